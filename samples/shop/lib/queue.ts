import { Queue } from 'bullmq'

export const fulfilment = new Queue('fulfilment')
