import { describeLibraries } from './effectsOf'

describeLibraries('Queues, brokers and jobs', {
  bullmq: {
    setup: `
      import { Queue, Worker, FlowProducer } from 'bullmq'
      import { InjectQueue, Processor } from '@nestjs/bullmq'
      const queue = new Queue('orders', { defaultJobOptions: { attempts: 3 } })
      const flow = new FlowProducer()`,
    rows: {
      'new Queue("orders")': 'queue name=0 attempts=1.defaultJobOptions.attempts',
      'queue.add("fulfil", { id: 1 }, { attempts: 3 })': 'enqueue(durable) name=this payload=1 job=0 attempts=2.attempts',
      'queue.addBulk([])': 'enqueue(durable) name=this payload=0',
      'flow.add({ name: "fulfil", queueName: "orders", data: {} })': 'enqueue(durable) name=0.queueName payload=0.data job=0.name attempts=0.opts.attempts',
      'new Worker("orders", async (job) => { job.data })': 'worker(configured) run=1 name=0 jobName=0.name',
      '@Processor("orders") run() {}': 'worker(configured) run=this.process name=0 jobName=0.name',
      '@InjectQueue("orders") queue': 'queue name=0',
    },
  },
  bull: {
    setup: `
      import Queue from 'bull'
      import { Process } from '@nestjs/bull'
      const queue = new Queue('orders')
      declare const injected: Queue.Queue`,
    rows: {
      'queue.add({ id: 1 })': 'enqueue(durable) name=this payload=0 attempts=1.attempts',
      'injected.add("fulfil", { id: 1 }, { attempts: 3 })': 'enqueue(durable) name=this payload=1 job=0 attempts=2.attempts',
      'queue.process(async (job) => {})': 'worker(configured) run=-1 name=this',
      'queue.process("fulfil", 5, async (job) => {})': 'worker(configured) run=-1 name=this',
      '@Process("fulfil") run() {}': 'worker(configured) run=this name=0',
    },
  },
  'bee-queue': {
    setup: `import Queue from 'bee-queue'; const queue = new Queue('orders')`,
    rows: {
      'queue.createJob({ id: 1 }).retries(3).save()': 'enqueue(durable) payload=this',
      'queue.process(async (job) => {})': 'worker(configured) run=-1 name=this',
    },
  },
  'pg-boss': {
    setup: `import PgBoss from 'pg-boss'; import { PgBoss as Named } from 'pg-boss'; const boss = new PgBoss(''); const named = new Named('')`,
    rows: {
      'boss.send("orders", { id: 1 })': 'enqueue(durable) name=0 payload=1',
      'named.send({ name: "orders", data: {} })': 'enqueue(durable) name=0.name payload=0.data',
      'boss.work("orders", async (jobs) => {})': 'worker(yes) run=-1 name=0',
      'boss.work("orders", { batchSize: 5 }, async (jobs) => {})': 'worker(yes) run=-1 name=0',
    },
  },
  'graphile-worker': {
    setup: `import { makeWorkerUtils, quickAddJob, run } from 'graphile-worker'; const utils = await makeWorkerUtils({})`,
    rows: {
      'utils.addJob("fulfil", { id: 1 })': 'enqueue(durable) name=0 payload=1',
      'quickAddJob({}, "fulfil", { id: 1 })': 'enqueue(durable) name=1 payload=2',
      'run({ taskList: { fulfil: async (payload, helpers) => { await helpers.addJob("mail") } } })': 'worker(yes) run=0.taskList',
    },
  },
  agenda: {
    setup: `import Agenda from 'agenda'; import { Agenda as Named } from 'agenda'; const agenda = new Agenda({}); const named = new Named()`,
    rows: {
      'agenda.define("fulfil", async (job) => {})': 'worker(no) run=1 name=0',
      'agenda.define("fulfil", { concurrency: 1 }, async (job) => {})': 'worker(no) run=2 name=0',
      'named.now("fulfil", { id: 1 })': 'enqueue(durable) name=0 payload=1',
      'named.schedule("in 5 minutes", "fulfil", { id: 1 })': 'enqueue(durable) name=1 payload=2',
    },
  },
  'aws messaging': {
    setup: `
      import { SQS, SQSClient, SendMessageCommand, DeleteMessageCommand } from '@aws-sdk/client-sqs'
      import { SNSClient, PublishCommand } from '@aws-sdk/client-sns'
      import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge'
      import { SFNClient, StartExecutionCommand } from '@aws-sdk/client-sfn'
      import { LambdaClient, InvokeCommand } from '@aws-sdk/client-lambda'
      import { Consumer } from 'sqs-consumer'
      const sqs = new SQSClient({})
      const command = new SendMessageCommand({})
      const events = new EventBridgeClient({})
      const lambda = new LambdaClient({})
      declare const unknown: any`,
    rows: {
      'sqs.send(new SendMessageCommand({ QueueUrl: "", MessageBody: "" }))': 'enqueue(durable) name=0.QueueUrl payload=0.MessageBody',
      'sqs.send(command)': 'enqueue(durable) name=0.QueueUrl payload=0.MessageBody',
      'sqs.send(new DeleteMessageCommand({}))': '',
      'sqs.send(unknown)': '',
      'new SendMessageCommand({})': 'pass argument=0',
      'new SQS({}).sendMessage({})': 'enqueue(durable) name=0.QueueUrl payload=0.MessageBody',
      'new SNSClient({}).send(new PublishCommand({}))': 'enqueue(durable) name=0.TopicArn payload=0.Message',
      'events.send(new PutEventsCommand({}))': 'enqueue(durable) name=0.Entries payload=0.Entries errors=value',
      'new SFNClient({}).send(new StartExecutionCommand({}))': 'enqueue(durable) name=0.stateMachineArn payload=0.input',
      'lambda.send(new InvokeCommand({ FunctionName: "f", InvocationType: "Event" }))': 'enqueue(durable) name=0.FunctionName payload=0.Payload',
      'lambda.send(new InvokeCommand({ FunctionName: "f" }))': '',
      'Consumer.create({ queueUrl: "", handleMessage: async (message) => {} })': 'worker(yes) run=0.handleMessage name=0.queueUrl',
      'Consumer.create({ queueUrl: "", handleMessageBatch: async (messages) => {} })': 'worker(yes) run=0.handleMessageBatch name=0.queueUrl',
    },
  },
  rabbitmq: {
    setup: `
      import amqp from 'amqplib'
      import { AmqpConnection, RabbitSubscribe } from '@golevelup/nestjs-rabbitmq'
      const connection = await amqp.connect('')
      const channel = await connection.createChannel()
      const confirm = await connection.createConfirmChannel()
      declare const nest: AmqpConnection`,
    rows: {
      'channel.sendToQueue("orders", "")': 'enqueue(unconfirmed) name=0 payload=1',
      'channel.publish("shop", "orders", "")': 'enqueue(unconfirmed) name=1 payload=2',
      'confirm.sendToQueue("orders", "", {}, (error) => {})': 'enqueue(durable) name=0 payload=1 errors=callback',
      'channel.consume("orders", async (message) => {})': 'worker(no) run=1 name=0',
      'nest.publish("shop", "orders", {})': 'enqueue(durable) name=1 payload=2',
      '@RabbitSubscribe({ exchange: "shop", routingKey: "orders" }) run() {}': 'worker(configured) run=this name=0.routingKey option=0.errorHandler',
    },
  },
  'kafka and nats': {
    setup: `
      import { Kafka } from 'kafkajs'
      import { connect } from 'nats'
      const kafka = new Kafka({})
      const producer = kafka.producer()
      const consumer = kafka.consumer({})
      const nats = await connect()`,
    rows: {
      'producer.send({ topic: "orders", messages: [] })': 'enqueue(durable) name=0.topic payload=0.messages',
      'consumer.run({ eachMessage: async ({ message }) => {} })': 'worker(yes) run=0.eachMessage name=this jobName=0.topic',
      'consumer.run({ eachBatch: async ({ batch }) => {} })': 'worker(yes) run=0.eachBatch name=this jobName=0.batch.topic',
      'nats.publish("orders", "")': 'enqueue(unconfirmed) name=0 payload=1',
      'nats.jetstream().publish("orders", "")': 'enqueue(durable) name=0 payload=1',
    },
  },
  'cloud messaging': {
    setup: `
      import { PubSub } from '@google-cloud/pubsub'
      import { CloudTasksClient } from '@google-cloud/tasks'
      import { ServiceBusClient } from '@azure/service-bus'
      import { getFunctions } from 'firebase-admin/functions'
      const pubsub = new PubSub()
      const bus = new ServiceBusClient('')`,
    rows: {
      'pubsub.topic("orders").publishMessage({ json: {} })': 'queue name=0, enqueue(durable) name=this payload=0',
      'pubsub.subscription("orders").on("message", async (message) => {})': 'queue name=0, worker(no) run=1 name=this',
      'pubsub.subscription("orders").on("error", () => {})': 'queue name=0',
      'new CloudTasksClient().createTask({})': 'enqueue(durable) name=0.task.httpRequest.url payload=0.task.httpRequest.body',
      'bus.createSender("orders").sendMessages({})': 'queue name=0, enqueue(durable) name=this payload=0',
      'bus.createReceiver("orders").subscribe({ processMessage: async () => {}, processError: async () => {} })':
        'queue name=0, worker(yes) run=0.processMessage name=this',
      'getFunctions().taskQueue("fulfil").enqueue({})': 'queue name=0, enqueue(durable) name=this payload=0',
    },
  },
  'cloudflare queues and workflows': {
    setup: `
      import type { WorkflowStep } from 'cloudflare:workers'
      declare const env: { ORDERS: Queue; FULFIL: Workflow }
      declare const step: WorkflowStep`,
    rows: {
      'env.ORDERS.send({ id: 1 })': 'enqueue(durable) name=this payload=0',
      'env.FULFIL.create({ params: {} })': 'enqueue(durable) name=this payload=0.params',
      'step.do("save", async () => {})': 'step run=-1 retries',
      'step.do("save", { retries: {} }, async () => {})': 'step run=-1 retries',
    },
  },
  qstash: {
    setup: `
      import { Client } from '@upstash/qstash'
      import { verifySignatureAppRouter } from '@upstash/qstash/nextjs'
      import { serve } from '@upstash/workflow/nextjs'
      import type { WorkflowContext } from '@upstash/workflow'
      const client = new Client({})
      declare const context: WorkflowContext`,
    rows: {
      'client.publishJSON({ url: "", body: {} })': 'enqueue(durable) name=0.url payload=0.body',
      'client.queue({ queueName: "orders" }).enqueueJSON({ url: "", body: {} })': 'enqueue(durable) name=0.url payload=0.body',
      'verifySignatureAppRouter(async (request: Request) => new Response())': 'pass argument=0, worker(yes) run=0',
      'serve(async (context) => { await context.run("save", async () => {}) })': 'worker(yes) run=0 option=1.retries',
      'context.run("save", async () => {})': 'step run=1 retries',
    },
  },
})

describeLibraries('Durable workflows', {
  inngest: {
    setup: `
      import { Inngest } from 'inngest'
      const inngest = new Inngest({ id: 'shop' })
      declare const step: import('inngest').Step`,
    rows: {
      'inngest.send({ name: "order/paid", data: {} })': 'enqueue(durable) name=0.name payload=0.data',
      'inngest.createFunction({ id: "fulfil" }, { event: "order/paid" }, async ({ event, step }) => {})': 'worker(yes) run=2 name=1.event option=0.retries',
      'inngest.createFunction({ id: "fulfil", triggers: [{ event: "order/paid" }] }, async ({ step }) => {})':
        'worker(yes) run=1 name=0.triggers.event option=0.retries',
      'step.run("save", async () => {})': 'step run=1 retries',
      'step.sendEvent("tell", { name: "order/saved", data: {} })': 'enqueue(durable) name=1.name payload=1.data',
    },
  },
  'trigger.dev': {
    setup: `
      import { retry, task, tasks } from '@trigger.dev/sdk/v3'
      const fulfil = task({ id: 'fulfil', run: async (payload) => {} })`,
    rows: {
      'task({ id: "fulfil", run: async (payload) => {} })': 'worker(yes) run=0.run name=0.id option=0.retry.maxAttempts, queue name=0.id',
      'fulfil.trigger({ id: 1 })': 'enqueue(durable) name=this payload=0',
      'tasks.trigger("fulfil", { id: 1 })': 'enqueue(durable) name=0 payload=1',
      'retry.onThrow(async () => {}, {})': 'retry run=0',
    },
  },
  temporal: {
    setup: `
      import { proxyActivities } from '@temporalio/workflow'
      import { Client } from '@temporalio/client'
      import { Worker } from '@temporalio/worker'
      const client = new Client()
      async function fulfil() {}`,
    rows: {
      'proxyActivities<{ save(): Promise<void> }>({ startToCloseTimeout: "1m" })': 'proxy',
      'client.workflow.start(fulfil, { args: [1], taskQueue: "orders" })': 'enqueue(durable) name=0 payload=1.args',
      'Worker.create({ activities: { fulfil } })': 'worker(yes) run=0.activities',
    },
  },
  'workflow, restate, dbos, hatchet': {
    setup: `
      import { start } from 'workflow/api'
      import { send, handleCallback } from '@vercel/queue'
      import * as restate from '@restatedev/restate-sdk'
      import { DBOS } from '@dbos-inc/dbos-sdk'
      import { Hatchet } from '@hatchet-dev/typescript-sdk'
      const hatchet = Hatchet.init()
      const job = hatchet.task({ name: 'fulfil', fn: async () => {} })
      declare const ctx: restate.Context
      async function fulfil() {}`,
    rows: {
      'start(fulfil, [1])': 'enqueue(durable) name=0 payload=1',
      'send("orders", {})': 'enqueue(durable) name=0 payload=1',
      'handleCallback(async (message) => {})': 'worker(yes) run=0',
      'restate.service({ name: "orders", handlers: { fulfil: async (ctx) => { await ctx.run(() => {}) } } })': 'worker(yes) run=0.handlers',
      'ctx.run("save", async () => {})': 'step run=-1 retries',
      '@DBOS.workflow() run() {}': 'worker(no) run=this',
      '@DBOS.transaction() run() {}': 'transaction run=0',
      '@DBOS.step() run() {}': 'step run=this',
      '@DBOS.step({ retriesAllowed: true }) run() {}': 'step run=this retries',
      'DBOS.runStep(async () => {}, { name: "save" })': 'step run=0',
      'hatchet.task({ name: "fulfil", retries: 3, fn: async () => {} })': 'worker(configured) run=0.fn name=0.name option=0.retries, queue name=0.name',
      'job.runNoWait({ id: 1 })': 'enqueue(durable) name=this payload=0',
    },
  },
})

describeLibraries('Retries and schedules in the process', {
  retries: {
    setup: `
      import pRetry from 'p-retry'
      import asyncRetry from 'async-retry'
      import operation from 'retry'
      import promiseRetry from 'promise-retry'
      import { backOff } from 'exponential-backoff'
      import { retry as policy, handleAll, circuitBreaker, wrap } from 'cockatiel'
      import { retry as toolkit } from 'es-toolkit'
      import { retry as radash } from 'radash'
      async function save() {}`,
    rows: {
      'pRetry(() => save(), { retries: 3 })': 'retry run=0',
      'asyncRetry(async (bail) => { await save() }, { retries: 3 })': 'retry run=0 bail',
      'operation.operation().attempt(() => {})': 'retry run=0',
      'promiseRetry((retry) => save().catch(retry))': 'retry run=0 again',
      'promiseRetry({ retries: 3 }, (retry) => save().catch(retry))': 'retry run=1 again',
      'backOff(() => save())': 'retry run=0',
      'policy(handleAll, { maxAttempts: 3 }).execute(() => save())': 'retry run=0',
      'circuitBreaker(handleAll, {}).execute(() => save())': 'call run=0',
      'wrap(policy(handleAll), circuitBreaker(handleAll, {})).execute(() => save())': 'derive, retry run=0',
      'toolkit(() => save(), 3)': 'retry run=0',
      'radash({ times: 3 }, () => save())': 'retry run=1',
    },
  },
  'once only': {
    setup: `
      import CircuitBreaker from 'opossum'
      import pLimit from 'p-limit'
      import PQueue from 'p-queue'
      import pMap from 'p-map'
      async function save() {}
      const breaker = new CircuitBreaker(save)
      const limit = pLimit(1)
      const queue = new PQueue()`,
    rows: {
      'breaker.fire(1)': 'call run=this',
      'limit(() => save())': 'call run=0',
      'queue.add(() => save())': 'call run=0',
      'pMap([1], async (item) => { await save() })': 'call run=1',
    },
  },
  schedules: {
    setup: `import cron from 'node-cron'; import { CronJob } from 'cron'; import { scheduleJob } from 'node-schedule'; function run() {}`,
    rows: {
      'cron.schedule("* * * * *", run)': 'entry(schedule) run=1 name=0 onThrow=fail',
      'new CronJob("* * * * *", run)': 'entry(schedule) run=1 name=0 onThrow=fail',
      'scheduleJob("* * * * *", run)': 'entry(schedule) run=-1 name=0 onThrow=fail',
    },
  },
})
