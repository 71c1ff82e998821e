/**
 * @library zip
 * @provider zip hosts=api.zipmoney.com.au|api.sandbox.zipmoney.com.au words=zipmoney
 * @status paid=captured|approved unpaid=authorised|cancelled|refunded|declined
 * @route POST /merchant/v1/checkouts checkout
 * @route POST /merchant/v1/charges charge
 * @route POST /merchant/v1/charges/:id/capture charge
 * @route POST /merchant/v1/refunds refund
 */
