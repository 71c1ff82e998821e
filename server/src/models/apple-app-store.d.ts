/**
 * The store takes the money; its signature over a transaction or notification is what the server sees.
 * @library apple-app-store
 * @provider apple hosts=api.storekit.itunes.apple.com|api.storekit-sandbox.itunes.apple.com words=app-store-server|appstore|app_store|storekit
 * @paid ONE_TIME_CHARGE DID_RENEW
 * @subscription SUBSCRIBED OFFER_REDEEMED
 * @other REFUND REFUND_DECLINED REFUND_REVERSED EXPIRED DID_FAIL_TO_RENEW GRACE_PERIOD_EXPIRED REVOKE DID_CHANGE_RENEWAL_PREF
 *   DID_CHANGE_RENEWAL_STATUS PRICE_INCREASE CONSUMPTION_REQUEST RENEWAL_EXTENDED RENEWAL_EXTENSION EXTERNAL_PURCHASE_TOKEN TEST
 */
declare module '@apple/app-store-server-library' {
  interface Notice {
    /** @eventType */
    notificationType: string
    subtype: any
    data: any
    [field: string]: any
  }
  export class SignedDataVerifier {
    constructor(...args: any[])
    /** @event */
    verifyAndDecodeNotification(payload: any): Promise<Notice>
    /** @event */
    verifyAndDecodeTransaction(payload: any): Promise<any>
    verifyAndDecodeRenewalInfo(payload: any): Promise<any>
    verifyAndDecodeAppTransaction(payload: any): Promise<any>
  }
  export class AppStoreServerAPIClient {
    constructor(...args: any[])
    /** @provider */
    [member: string]: any
  }
  export const Environment: any
  export const NotificationTypeV2: {
    readonly ONE_TIME_CHARGE: 'ONE_TIME_CHARGE'
    readonly DID_RENEW: 'DID_RENEW'
    readonly SUBSCRIBED: 'SUBSCRIBED'
    readonly OFFER_REDEEMED: 'OFFER_REDEEMED'
    readonly REFUND: 'REFUND'
    readonly EXPIRED: 'EXPIRED'
    readonly REVOKE: 'REVOKE'
    readonly DID_FAIL_TO_RENEW: 'DID_FAIL_TO_RENEW'
    readonly GRACE_PERIOD_EXPIRED: 'GRACE_PERIOD_EXPIRED'
    readonly DID_CHANGE_RENEWAL_STATUS: 'DID_CHANGE_RENEWAL_STATUS'
    readonly DID_CHANGE_RENEWAL_PREF: 'DID_CHANGE_RENEWAL_PREF'
    readonly [other: string]: string
  }
  export const Subtype: any
}
