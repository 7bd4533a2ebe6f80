import http from 'node:http'

/** The baselines of the turn figures: `/echo` answers a POST with one SSE event, `/proxy` passes it on to `/echo`. */
const port = Number(process.env['PORT'])

function echo(request: http.IncomingMessage, response: http.ServerResponse): void {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(`event: say\ndata: ${JSON.stringify({ text: String(body.length) })}\n\n`)
  })
}

const agent = new http.Agent({ keepAlive: true })

function proxy(request: http.IncomingMessage, response: http.ServerResponse): void {
  const { method, headers } = request
  const upstream = http.request({ port, path: '/echo', method, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  request.pipe(upstream)
}

http
  .createServer((request, response) => {
    if (request.url === '/proxy') proxy(request, response)
    else echo(request, response)
  })
  .listen(port, '127.0.0.1', () => console.log('listening'))
