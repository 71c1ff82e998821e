import { Queue } from 'bullmq'

export const fulfilment = new Queue('fulfilment', { defaultJobOptions: { attempts: 8, backoff: { type: 'exponential', delay: 1000 } } })
