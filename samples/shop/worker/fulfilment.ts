import { Worker } from 'bullmq'
import { db } from '../lib/db'

/** A failed job is tried again by the queue, eight times. */
export const worker = new Worker('fulfilment', async (job) => {
  await db.order.update({ where: { id: job.data.orderId }, data: { status: 'shipping' } })
})
