/**
 * @library tosspayments
 * @provider tosspayments hosts=api.tosspayments.com words=tosspayments|toss_payments|toss_secret
 * @other PAYMENT_STATUS_CHANGED DEPOSIT_CALLBACK CANCEL_STATUS_CHANGED METHOD_UPDATED CUSTOMER_STATUS_CHANGED BILLING_DELETED
 * @status paid=DONE unpaid=READY|IN_PROGRESS|WAITING_FOR_DEPOSIT|CANCELED|PARTIAL_CANCELED|ABORTED|EXPIRED
 * @route POST /v1/payments/confirm charge
 * @route POST /v1/payments/:id/cancel refund
 * @route GET /v1/payments/:id payment
 * @route GET /v1/payments/orders/:id payment
 * @route POST /v1/billing/:id charge
 */
