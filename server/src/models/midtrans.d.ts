/**
 * A notification has no event: its transaction's status tells.
 * @library midtrans
 * @provider midtrans hosts=api.midtrans.com|api.sandbox.midtrans.com|app.midtrans.com|app.sandbox.midtrans.com words=midtrans
 * @status paid=settlement|capture unpaid=pending|deny|expire|cancel|refund|partial_refund|failure|authorize|chargeback|challenge
 * @route POST /v2/charge charge
 * @route POST /v2/capture charge
 * @route GET /v2/:id/status payment
 * @route POST /v2/:id/refund refund
 * @route POST /v2/:id/refund/online/direct refund
 * @route POST /v2/:id/cancel refund
 * @route POST /snap/v1/transactions checkout
 */
declare module 'midtrans-client' {
  interface Transaction {
    order_id: string
    /** @status paid=settlement|capture unpaid=pending|deny|expire|cancel|refund|partial_refund|failure|authorize|chargeback */
    transaction_status: string
    fraud_status: string
    [field: string]: any
  }
  interface Transactions {
    /** @payment */
    status(id: any): Promise<Transaction>
    /** @verify @payment */
    notification(body: any): Promise<Transaction>
    /** @refund key=1.refund_key */
    refund(id: any, values?: any): Promise<any>
    /** @refund key=1.refund_key */
    refundDirect(id: any, values?: any): Promise<any>
    /** @refund */
    cancel(id: any): Promise<any>
    /** @void */
    expire(id: any): Promise<any>
    /** @void */
    deny(id: any): Promise<any>
    /** @provider */
    approve(id: any): Promise<any>
  }
  export class Snap {
    constructor(options?: any)
    readonly transaction: Transactions
    readonly apiConfig: any
    /** @checkout metadata=0.transaction_details.order_id metadata=0.custom_field1 */
    createTransaction(values: any): Promise<any>
    /** @checkout metadata=0.transaction_details.order_id metadata=0.custom_field1 */
    createTransactionToken(values: any): Promise<any>
    /** @checkout metadata=0.transaction_details.order_id metadata=0.custom_field1 */
    createTransactionRedirectUrl(values: any): Promise<any>
  }
  export class CoreApi {
    constructor(options?: any)
    readonly transaction: Transactions
    readonly apiConfig: any
    /** @charge */
    charge(values: any): Promise<Transaction>
    /** @charge */
    capture(values: any): Promise<Transaction>
    /** @provider */
    cardToken(values: any): Promise<any>
  }
}
