/**
 * Table invoices, for all accounts. Once one is issued, nothing but its status changes.
 *   id text primary key, account_id text, number text, customer text, status text,
 *   issued_at timestamptz, due_on date (null: on receipt), amount_cents bigint in its own currency,
 *   fx_rate numeric into the currency of the account, as it was booked
 *
 * @typedef {object} Services
 * @property {(sql: string, values: unknown[]) => Promise<Record<string, any>[]>} query
 *   Runs one statement in Postgres with $1, $2 and so on bound to the values, and rejects after two
 *   seconds. What it rejects with has Postgres's code. bigint and numeric come as strings.
 * @property {(message: string, fields: object) => void} log
 */

/** What a list can be sorted by, and the type of a position in that order. */
const SORTS = new Map([
  ['issued', { by: 'issued_at', type: 'timestamptz' }],
  ['due', { by: 'due_on', type: 'date' }],
  ['amount', { by: 'amount_cents * fx_rate', type: 'numeric' }],
])
const STATUSES = ['open', 'paid', 'uncollectible']
/** Connection lost, too many connections, server going down. */
const PASSING = ['08006', '53300', '57P01']

const refusal = (status, error, headers = {}) => ({ status, headers, body: { error } })

/**
 * GET /v1/invoices?status=&search=&from=&to=&sort=&limit=&cursor=. `from` is included, `to` is not, and
 * a sort with a minus begins at the far end. Clients follow nextCursor until it is null.
 * @param {Services} services
 * @param {{ accountId: string, query: URLSearchParams }} request  The account is the token's.
 */
export async function listInvoices(services, { accountId, query }) {
  const sort = query.get('sort') || '-issued'
  const order = SORTS.get(sort.replace(/^-/, ''))
  if (!order) return refusal(400, 'unknown_sort')
  const status = query.get('status')
  if (status && !STATUSES.includes(status)) return refusal(400, 'unknown_status')

  const limit = readLimit(query.get('limit'))
  const after = readCursor(query.get('cursor'), sort)
  const filter = readFilter(accountId, query)
  try {
    const [rows, total] = await Promise.all([
      readPage(services, filter, { sort, order, after, limit: limit + 1 }),
      readTotal(services, filter),
    ])
    const page = rows.slice(0, limit)
    const nextCursor = rows.length > limit ? writeCursor(sort, page.at(-1)) : null
    return { status: 200, headers: {}, body: { data: page.map(toInvoice), nextCursor, total } }
  } catch (error) {
    services.log('invoices not listed', { code: error.code, error: error.message })
    if (PASSING.includes(error.code)) return refusal(503, 'try_again', { 'retry-after': '2' })
    if (error.code?.startsWith('22')) return refusal(400, 'unreadable_parameter')
    return refusal(500, 'internal')
  }
}

function readFilter(accountId, query) {
  const values = [accountId]
  const conditions = ['account_id = $1']
  const add = (value, condition) => {
    if (value) conditions.push(condition(`$${values.push(value)}`))
  }
  add(query.get('status'), (status) => `status = ${status}`)
  add(query.get('from'), (from) => `issued_at >= ${from}::timestamptz`)
  add(query.get('to'), (to) => `issued_at < ${to}::timestamptz`)
  add(toPattern(query.get('search')), (text) => `number ilike ${text} or customer ilike ${text}`)
  return { where: conditions.join(' and '), values }
}

function readPage(services, filter, { sort, order, after, limit }) {
  const [direction, beyond] = sort.startsWith('-') ? ['desc', '<'] : ['asc', '>']
  const values = [...filter.values]
  const bind = (value) => `$${values.push(value)}`
  const position = after && `${bind(after.position)}::${order.type}, ${bind(after.id)}`
  return services.query(
    `select id, number, customer, status, issued_at, due_on::text as due,
       round(amount_cents * fx_rate) as cents, (${order.by})::text as position
     from invoices where ${filter.where} ${position ? `and (${order.by}, id) ${beyond} (${position})` : ''}
     order by ${order.by} ${direction}, id ${direction} limit ${bind(limit)}`,
    values,
  )
}

async function readTotal(services, { where, values }) {
  const sql = `select count(*), round(sum(amount_cents * fx_rate)) as cents from invoices where ${where}`
  const [{ count, cents }] = await services.query(sql, values)
  return { count: Number(count), cents: Number(cents) }
}

function toInvoice({ id, number, customer, status, issued_at, due, cents }) {
  return { id, number, customer, status, issuedAt: issued_at.toISOString(), dueOn: due, cents: Number(cents) }
}

function writeCursor(sort, { position, id }) {
  return Buffer.from(JSON.stringify({ sort, position, id })).toString('base64url')
}

function readCursor(text, sort) {
  try {
    const cursor = JSON.parse(Buffer.from(text ?? '', 'base64url').toString())
    return cursor.sort === sort ? cursor : null
  } catch {
    return null
  }
}

const toPattern = (search) => search && `%${search.replace(/[\\%_]/g, '\\$&')}%`

function readLimit(text) {
  const asked = Number.parseInt(text ?? '', 10)
  return Number.isNaN(asked) ? 25 : Math.min(Math.max(asked, 1), 100)
}
