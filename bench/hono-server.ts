import http from 'node:http'
import { Hono } from 'hono'

/** The baseline of a cold start: one Hono route behind node:http, which is what an app of that kind costs at least. */
const app = new Hono().get('/', (c) => c.json({ ok: true }))

http
  .createServer((request, response) => {
    void (async () => {
      const answer = await app.fetch(new Request(new URL(request.url ?? '/', 'http://127.0.0.1')))
      response.writeHead(answer.status, Object.fromEntries(answer.headers))
      response.end(Buffer.from(await answer.arrayBuffer()))
    })()
  })
  .listen(Number(process.env['PORT']), '127.0.0.1', () => console.log('listening'))
