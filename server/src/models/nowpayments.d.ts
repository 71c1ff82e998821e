/**
 * @library nowpayments
 * @provider nowpayments hosts=api.nowpayments.io|api-sandbox.nowpayments.io words=nowpayments|nowpay
 * @status paid=finished|confirmed|sending unpaid=waiting|confirming|partially_paid|failed|refunded|expired
 * @route POST /v1/payment checkout
 * @route POST /v1/invoice checkout
 * @route GET /v1/payment/:id payment
 */
