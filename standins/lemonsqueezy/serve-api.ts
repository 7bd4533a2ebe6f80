import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import type { Shop } from './create-shop.ts'
import { CheckoutRequest } from './create-shop.ts'
import type { Switches } from './switches.ts'

/** Answers the API as the service does: JSON:API, refusals in `errors`. */
export async function serveApi(
  shop: Shop,
  switches: Switches,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const send = (status: number, body: object) => {
    response.writeHead(status, { 'content-type': 'application/vnd.api+json' }).end(JSON.stringify(body))
  }
  const refuse = (status: number, detail: string) =>
    send(status, { errors: [{ status: String(status), detail }] })
  const url = new URL(request.url ?? '/', 'http://stand-in')
  if (switches.hangs) return
  if (switches.status !== null) return refuse(switches.status, 'told to')
  if (switches.apiDown) return refuse(503, 'told to be down')
  if (request.headers.authorization !== `Bearer ${shop.settings.apiKey}`)
    return refuse(401, 'Unauthenticated.')
  if (request.method === 'POST' && url.pathname === '/v1/checkouts') {
    const read = CheckoutRequest.safeParse(await readJson(request))
    if (!read.success) return refuse(422, z.prettifyError(read.error))
    const { store, variant } = read.data.data.relationships
    if (store.data.id !== shop.settings.storeId) return refuse(404, 'There is no such store.')
    if (!(variant.data.id in shop.settings.prices)) return refuse(404, 'There is no such variant.')
    const { id } = shop.open(read.data)
    const address = `http://${request.headers.host ?? ''}/checkout/custom/${id}`
    return send(201, { data: { type: 'checkouts', id, attributes: { url: address } } })
  }
  if (request.method === 'GET' && url.pathname === '/v1/orders') {
    if (url.searchParams.get('filter[store_id]') !== shop.settings.storeId) return send(200, { data: [] })
    const page = Number(url.searchParams.get('page[number]') ?? 1)
    const size = Math.min(100, Number(url.searchParams.get('page[size]') ?? 10))
    return send(200, { data: shop.list(page, size).map((order) => shop.resourceOf(order)) })
  }
  const id = /^\/v1\/orders\/(\w+)$/.exec(url.pathname)?.[1]
  const order = shop.orders.find((each) => each.id === id)
  if (request.method === 'GET' && order) return send(200, { data: shop.resourceOf(order) })
  return refuse(404, 'The requested resource does not exist.')
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of request) text += String(chunk)
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
