/**
 * @library payway
 * @provider payway hosts=api.payway.com.au words=payway
 * @status paid=approved unpaid=declined|pending|voided|suspended
 * @route POST /rest/v1/transactions charge
 * @route POST /rest/v1/transactions/:id/void void
 * @route GET /rest/v1/transactions/:id payment
 */
