const express = require('express')

const app = express()
app.post('/subscribe', async (request, response) => {
  await request.db.subscribers.create({ email: request.body.email })
  response.sendStatus(201)
})
app.listen(3000)
