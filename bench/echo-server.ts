import http from 'node:http'

/**
 * The baselines of the turn figures: `/echo` answers a POST with one SSE event, once its body is whole; `/stream`
 * does so in the chunks of a model's answer; `/proxy` and `/proxy-stream` pass it on to them, of the server at UPSTREAM if
 * that is set.
 */
const port = Number(process.env['PORT'])
const upstreamPort = Number(process.env['UPSTREAM'] ?? port)

function echo(request: http.IncomingMessage, response: http.ServerResponse): void {
  let body = ''
  request.setEncoding('utf8')
  request.on('data', (chunk: string) => (body += chunk))
  request.on('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.end(`event: say\ndata: ${JSON.stringify({ text: String(body.length) })}\n\n`)
  })
}

/** The chunks of a language model's answer. */
const CHUNKS = 20

function stream(request: http.IncomingMessage, response: http.ServerResponse): void {
  request.resume().on('end', () => {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    const write = (left: number) => {
      if (left === 0) return response.end()
      response.write(`event: say\ndata: ${JSON.stringify({ text: 'a few words ' })}\n\n`)
      return setImmediate(write, left - 1)
    }
    write(CHUNKS)
  })
}

const agent = new http.Agent({ keepAlive: true })

function proxy(path: string, request: http.IncomingMessage, response: http.ServerResponse): void {
  const { method, headers } = request
  const upstream = http.request({ port: upstreamPort, path, method, headers, agent }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  request.pipe(upstream)
}

http
  .createServer((request, response) => {
    if (request.url === '/proxy') proxy('/echo', request, response)
    else if (request.url === '/proxy-stream') proxy('/stream', request, response)
    else if (request.url === '/stream') stream(request, response)
    else echo(request, response)
  })
  .listen(port, '127.0.0.1', () => console.log('listening'))
