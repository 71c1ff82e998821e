import { describeLibraries } from './effectsOf'

describeLibraries('Answers, deferred work, HTTP calls and the language itself', {
  express: {
    setup: `import type { Request, Response, NextFunction } from 'express'; declare const req: Request, res: Response, next: NextFunction, error: Error`,
    rows: {
      'res.status(500).json({ received: false })': 'code status=0, answer',
      'res.sendStatus(400)': 'answer status=0',
      "res.redirect(303, '/done')": 'answer status=0',
      "res.redirect('/done')": 'answer',
      'next(error)': 'throws fallback=500',
      'next()': '',
      "req.get('stripe-signature')": '',
    },
  },
  'next app': {
    setup: `import { NextResponse, after } from 'next/server'; import { redirect, notFound } from 'next/navigation'; import { cache } from 'react'; declare const run: () => Promise<void>`,
    rows: {
      'NextResponse.json({ ok: false }, { status: 500 })': 'response status=1.status fallback=200',
      "new NextResponse('no', { status: 400 })": 'response status=1.status fallback=200',
      "new Response('no', { status: 400 })": 'response status=1.status fallback=200',
      'Response.json({})': 'response status=1.status fallback=200',
      "redirect('/done')": 'throws fallback=307',
      'notFound()': 'throws fallback=404',
      'after(run)': 'defer run=0',
      'cache(run)': 'pass argument=0',
    },
  },
  'next pages': {
    setup: `import type { NextApiResponse } from 'next'; declare const res: NextApiResponse`,
    rows: { 'res.status(405).end()': 'code status=0, answer', 'res.send(1)': 'answer', "res.redirect(307, '/')": 'answer status=0' },
  },
  fastify: {
    setup: `import type { FastifyReply } from 'fastify'; declare const reply: FastifyReply`,
    rows: { 'reply.code(500).send({})': 'code status=0, answer', "reply.redirect('/')": 'answer' },
  },
  koa: {
    setup: `import type { Context } from 'koa'; declare const ctx: Context`,
    rows: { 'ctx.throw(500)': 'throws status=0 fallback=500', "ctx.throw('no')": 'throws fallback=500', 'ctx.status': 'code status=0' },
  },
  hono: {
    setup: `import type { Context } from 'hono'; declare const c: Context<{ Bindings: { KEY: string } }>, work: Promise<void>`,
    rows: {
      'c.json({}, 500)': 'response status=1 fallback=200',
      "c.text('ok')": 'response status=1 fallback=200',
      'c.notFound()': 'response fallback=404',
      'c.executionCtx.waitUntil(work)': 'defer run=0',
    },
  },
  'named types of modules that export one value': {
    setup: `import axios, { AxiosError, AxiosInstance } from 'axios'; import { EventEmitter } from 'node:events'; import { FastifyInstance } from 'fastify'; import { Hono } from 'hono'; declare const client: AxiosInstance, app: FastifyInstance`,
    rows: {
      "client.post('/x')": 'http url=0 method=POST',
      'axios.isAxiosError(1)': '',
      "new EventEmitter().emit('paid')": 'emit key=0',
      "app.get('/', async (request, reply) => {})": 'entry(http) run=-1 name=0 onThrow=non-2xx',
      "new Hono().post('/', async (c) => c.text(''))": 'entry(http) run=-1 name=0 onThrow=non-2xx',
    },
  },
  remix: {
    setup: `import { data, redirect } from 'react-router'; import { json } from '@remix-run/node'`,
    rows: {
      'data({}, { status: 400 })': 'response status=1.status fallback=200',
      'json({}, { status: 400 })': 'response status=1.status fallback=200',
      "redirect('/')": 'response status=1 fallback=302',
    },
  },
  sveltekit: {
    setup: `import { error, fail, json, redirect } from '@sveltejs/kit'`,
    rows: {
      "error(400, 'no')": 'throws status=0 fallback=500',
      'fail(422)': 'response status=0 fallback=400',
      'json({}, { status: 500 })': 'response status=1.status fallback=200',
      "redirect(303, '/')": 'throws status=0 fallback=303',
    },
  },
  nuxt: {
    setup: `declare const event: H3Event0; type H3Event0 = Parameters<typeof setResponseStatus>[0]`,
    rows: {
      'setResponseStatus(event, 500)': 'code status=1',
      "sendRedirect(event, '/', 303)": 'response status=2 fallback=302',
      'event.waitUntil(Promise.resolve())': 'defer run=0',
    },
  },
  lambda: {
    setup: `import middy from '@middy/core'; declare const handler: () => Promise<void>`,
    rows: { 'middy(handler)': 'pass argument=0', 'middy().use(1).handler(handler)': 'pass argument=0, pass argument=0' },
  },
  http: {
    setup: `import axios from 'axios'; import got from 'got'; import fetcher from 'node-fetch'`,
    rows: {
      "axios.post('https://api.example.com', {})": 'http url=0 method=POST',
      "axios({ url: 'https://api.example.com', method: 'POST' })": 'http url=0.url method=0.method',
      "axios.create().get('/x')": 'http url=0 method=GET',
      "got.post('https://api.example.com').json()": 'http url=0 method=POST',
      "fetcher('https://api.example.com', { method: 'POST' })": 'http url=0 method=1.method',
      "fetch('https://api.example.com')": 'http url=0 method=1.method',
    },
  },
  language: {
    setup: `declare const list: Promise<number>[], promise: Promise<number>, kinds: Set<string>, run: () => void, name: string`,
    rows: {
      'list.map((item) => item)': 'iterate returns=mapped',
      'list.forEach((item) => item)': 'iterate returns=nothing',
      'Promise.all(list)': 'combine how=all',
      'Promise.allSettled(list)': 'combine how=allSettled',
      'promise.then(run).catch(run).finally(run)': 'then, catch, finally',
      "kinds.has('a')": 'includes',
      "['a', 'b'].includes(name)": 'includes',
      "name.startsWith('a')": 'startsWith',
      'setTimeout(run, 10)': 'later run=0',
      'queueMicrotask(run)': 'later run=0',
      'process.nextTick(run)': 'later run=0',
      'new Promise((resolve) => resolve(1))': 'call run=0',
      'run.bind(null)': 'pass argument=this',
      'JSON.parse(name)': 'pass argument=0',
    },
  },
  javascript: {
    js: true,
    setup: `const express = require('express'); const app = express(); const { NextResponse } = require('next/server'); const axios = require('axios')`,
    rows: {
      "app.post('/', (req, res) => {})": 'entry(http) run=-1 name=0 onThrow=no-answer',
      'NextResponse.json({})': 'response status=1.status fallback=200',
      "axios.post('/x')": 'http url=0 method=POST',
      "require('got').post('/x')": 'http url=0 method=POST',
      "require('fastify')().post('/x', async (request, reply) => {})": 'entry(http) run=-1 name=0 onThrow=non-2xx',
      "new (require('koa'))().use(async (ctx) => {})": 'entry(http) run=-1 onThrow=non-2xx',
      "require('express').Router().get('/', (req, res) => {})": 'entry(http) run=-1 name=0 onThrow=no-answer',
      "new (require('events'))().on('paid', () => {})": 'listen key=0 run=1',
      "require('next/server').after(() => {})": 'defer run=0',
    },
  },
})
