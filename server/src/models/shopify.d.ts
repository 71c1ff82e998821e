/**
 * A shop's own orders: what an app does when one is paid is fulfilment like any other.
 * @library shopify
 * @provider shopify words=shopify
 * @paid orders/paid ORDERS_PAID
 * @subscription app_subscriptions/update APP_SUBSCRIPTIONS_UPDATE
 * @other orders/create ORDERS_CREATE orders/updated ORDERS_UPDATED orders/cancelled ORDERS_CANCELLED orders/fulfilled ORDERS_FULFILLED orders/delete
 *   ORDERS_DELETE orders/partially_fulfilled ORDERS_PARTIALLY_FULFILLED orders/edited ORDERS_EDITED refunds/create REFUNDS_CREATE checkouts/create
 *   CHECKOUTS_CREATE checkouts/update CHECKOUTS_UPDATE products/create PRODUCTS_CREATE products/update PRODUCTS_UPDATE products/delete PRODUCTS_DELETE
 *   customers/create CUSTOMERS_CREATE customers/update CUSTOMERS_UPDATE customers/delete CUSTOMERS_DELETE customers/redact CUSTOMERS_REDACT
 *   customers/data_request CUSTOMERS_DATA_REQUEST shop/redact SHOP_REDACT shop/update SHOP_UPDATE app/uninstalled APP_UNINSTALLED
 *   app/scopes_update APP_SCOPES_UPDATE inventory_levels/update INVENTORY_LEVELS_UPDATE fulfillments/create FULFILLMENTS_CREATE
 *   fulfillments/update FULFILLMENTS_UPDATE
 * @status paid=paid|PAID unpaid=pending|authorized|partially_paid|refunded|partially_refunded|voided|unpaid
 */
