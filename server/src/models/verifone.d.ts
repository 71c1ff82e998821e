/**
 * @library verifone
 * @provider verifone hosts=gsc.verifone.cloud|cst.test-gsc.vfims.com words=verifone
 * @status paid=SETTLED|SALE_SETTLED|SALE_AUTHORISED|AUTHORISED unpaid=FAILED|DECLINED|VOIDED
 * @route POST /oidc/checkout-service/v2/checkout checkout
 * @route GET /oidc/checkout-service/v2/checkout/:id payment
 * @route GET /oidc/api/v2/transaction/:id payment
 * @route POST /oidc/api/v2/transactions/card charge
 */
