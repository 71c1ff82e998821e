/**
 * @library authorizenet
 * @provider authorizenet hosts=api.authorize.net|api2.authorize.net|apitest.authorize.net words=authorizenet|authorize.net|authorize_net
 * @paid net.authorize.payment.authcapture.created net.authorize.payment.capture.created net.authorize.payment.priorAuthCapture.created
 * @subscription net.authorize.customer.subscription.created net.authorize.customer.subscription.updated
 * @other net.authorize.payment.authorization.created net.authorize.payment.refund.created net.authorize.payment.void.created
 *   net.authorize.payment.fraud.approved net.authorize.payment.fraud.held net.authorize.payment.fraud.declined
 *   net.authorize.customer.subscription.suspended net.authorize.customer.subscription.terminated net.authorize.customer.subscription.cancelled
 *   net.authorize.customer.subscription.expiring net.authorize.customer.created net.authorize.customer.updated net.authorize.customer.deleted
 * @status paid=1|Ok|settledSuccessfully|capturedPendingSettlement unpaid=2|3|4|Error|declined|voided|refundSettledSuccessfully
 * @route POST /xml/v1/request.api charge
 */
// One address, and one controller, for every kind of transaction: only the request, which is built elsewhere, tells a refund from a sale.
declare module 'authorizenet' {
  class Controller {
    constructor(request: any)
    /** @provider */
    execute(done: () => any): void
    getResponse(): any
    setEnvironment(environment: any): void
  }
  namespace APIControllers {
    class CreateTransactionController extends Controller {
      /** @charge */
      execute(done: () => any): void
    }
    class CreateCustomerProfileController extends Controller {}
    class CreateCustomerPaymentProfileController extends Controller {}
    class GetHostedPaymentPageController extends Controller {}
    class ARBCreateSubscriptionController extends Controller {}
    class ARBCancelSubscriptionController extends Controller {}
    class GetTransactionDetailsController extends Controller {
      /** @payment */
      execute(done: () => any): void
    }
  }
  const APIContracts: any
  const Constants: any
}
