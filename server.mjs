/** Serves the built site: compressed, with the security headers, until SIGINT or SIGTERM. */
import { createServer } from 'node:http'
import compression from 'compression'
import { checkoutOf, securityHeaders, voiceSocketOf } from './src/site/security-headers.mjs'

const PATIENCE = 5_000
const port = Number(process.env.PORT || 4321)
const host = process.env.HOST || '127.0.0.1'

const voiceSocket = voiceSocketOf(process.env)
const checkout = checkoutOf(process.env)

process.env.ASTRO_NODE_AUTOSTART = 'disabled'
const { handler } = await import('./dist/server/entry.mjs')

/** Event streams stay as they are: a compressor would hold their events back. */
const compress = compression({
  filter: (request, response) =>
    !String(response.getHeader('content-type') ?? '').includes('text/event-stream') &&
    compression.filter(request, response),
})

const server = createServer((request, response) => {
  const path = (request.url ?? '/').split('?', 1)[0]
  const https = request.headers['x-forwarded-proto'] === 'https'
  for (const [name, value] of Object.entries(securityHeaders({ path, https, voiceSocket, checkout })))
    response.setHeader(name, value)
  compress(request, response, () => handler(request, response))
})

server.on('error', (error) => {
  const taken = `Port ${port} is taken: stop what uses it, or choose another, as in PORT=${port + 1} npm start.`
  console.error(
    error.code === 'EADDRINUSE' ? taken : `Nothing can listen on ${host}:${port} (${error.code}).`,
  )
  process.exit(1)
})

server.listen(port, host, async () => {
  const { port: bound } = server.address()
  if (!(await answers(bound))) {
    console.error(
      'Offhook did not start. The reason stands above: a setting, or a file or folder that does not work.',
    )
    process.exit(1)
  }
  const name = ['127.0.0.1', '::1', '0.0.0.0', '::'].includes(host) ? 'localhost' : host
  console.log(`Offhook is ready at http://${name}:${bound}`)
})

/** Whether the application, which starts with its first request, has started. */
async function answers(at) {
  const address = { '0.0.0.0': '127.0.0.1', '::': '[::1]', '::1': '[::1]' }[host] ?? host
  const response = await fetch(`http://${address}:${at}/api/health`)
  await response.arrayBuffer()
  return response.ok
}

for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    server.close(() => process.exit(0))
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref()
  })
}
