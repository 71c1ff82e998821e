/**
 * Most of Clerk's events concern users: nothing counts unless the code selects a billing event.
 * @library clerk-billing
 * @provider clerk words=clerk_webhook|clerk/backend/webhooks|clerk/nextjs/webhooks|clerk/express/webhooks|paymentattempt
 * @paid paymentAttempt.updated
 * @subscription subscription.active subscription.created subscription.updated subscriptionItem.active subscriptionItem.created
 *   subscriptionItem.updated
 * @other paymentAttempt.created subscription.pastDue subscriptionItem.canceled subscriptionItem.ended subscriptionItem.abandoned
 *   subscriptionItem.incomplete subscriptionItem.pastDue subscriptionItem.upcoming subscriptionItem.freeTrialEnding user.created user.updated
 *   user.deleted organization.created organization.updated organization.deleted organizationMembership.created organizationMembership.updated
 *   organizationMembership.deleted session.created session.ended session.removed session.revoked email.created sms.created
 * @status paid=paid unpaid=pending|failed|past_due|canceled|ended|abandoned|incomplete|upcoming
 */
declare module '@clerk/backend/webhooks' {
  interface WebhookEvent {
    /** @eventType */
    type: string
    data: {
      id: string
      /** @status paid=paid unpaid=pending|failed|past_due|canceled|ended|abandoned|incomplete|upcoming */
      status: string
      [field: string]: any
    }
    [field: string]: any
  }
  export function verifyWebhook(request: any, options?: any): Promise<WebhookEvent>
}
declare module '@clerk/nextjs/webhooks' {
  export * from '@clerk/backend/webhooks'
}
declare module '@clerk/express/webhooks' {
  export * from '@clerk/backend/webhooks'
}
declare module '@clerk/fastify/webhooks' {
  export * from '@clerk/backend/webhooks'
}
