/**
 * The platform keeps a record of every run. After a restart it runs the function again from the top, on
 * any worker, and answers from the record what is on it.
 */
export interface Workflow {
  /** The time on record at this point of the run. */
  now(): number
  /** Tries every 20 seconds until it works, and after 30 minutes throws the last error. Records the end. */
  run<Result>(step: string, action: (services: Services) => Promise<Result>): Promise<Result>
  /** Resolves at that time, or as soon as the customer removes the host. */
  sleepUntil(at: number): Promise<void>
  /** Stays true once the customer has removed the host, in later runs as well. */
  isRemoved(): boolean
  /** Ends this run. The next one has the same id, this input and an empty record. */
  startAfresh(input: Renewal): Promise<never>
  log(message: string, fields: Record<string, unknown>): void
}

/** All of these reject when no answer comes within seconds, and can be asked again. */
export interface Services {
  authority: {
    /** Opens an order. One that is left alone lapses. */
    order(host: string): Promise<{ id: string; token: string }>
    /** Looks for the token once, from many places. That settles the order for good. */
    validate(orderId: string): Promise<'valid' | 'invalid'>
    /** The certificate of a valid order. Makes five for a host within seven days, and refuses more. */
    issue(orderId: string): Promise<Certificate>
  }
  dns: {
    /** Stores a token beside those that the record has. Our name servers take it over one by one. */
    add(record: string, token: string): Promise<void>
    remove(record: string, token: string): Promise<void>
    /** The tokens with which each of our name servers answers now. */
    lookUp(record: string): Promise<string[][]>
  }
  balancers: {
    /** Stores a certificate beside those that the host has there. The balancers load it one by one. */
    add(region: string, host: string, certificateId: string): Promise<void>
    /** Takes all other certificates of the host off the region's balancers, at once. */
    removeOthers(region: string, host: string, certificateId: string): Promise<void>
    /** What each of the region's balancers presents now: the newest certificate that it has loaded. */
    presented(region: string, host: string): Promise<(string | null)[]>
  }
}

export interface Certificate {
  /** Where the vault has it, with its key. */
  id: string
  issuedAt: number
  /** How long one lasts is up to the authority. */
  expiresAt: number
}

export interface Renewal {
  host: string
  dueAt: number
}

const HOUR_MS = 3_600_000
const DNS_DELAY_MS = 120_000
const RENEW_AFTER_DAYS = 60
const REGIONS = ['fra', 'iad', 'sin']

/** Each run is one attempt to renew the certificate of a customer's host. */
export async function renewCertificate(workflow: Workflow, renewal: Renewal): Promise<void> {
  const { host } = renewal
  await workflow.sleepUntil(renewal.dueAt)
  if (workflow.isRemoved()) return

  let certificate: Certificate
  try {
    certificate = await obtain(workflow, host)
    await install(workflow, host, certificate.id)
  } catch (error) {
    workflow.log('attempt failed', { host, error })
    return workflow.startAfresh({ host, dueAt: workflow.now() + HOUR_MS })
  }
  const dueAt = workflow.now() + RENEW_AFTER_DAYS * 24 * HOUR_MS
  workflow.log('renewed', { host, ...certificate, dueAt })
  return workflow.startAfresh({ host, dueAt })
}

async function obtain(workflow: Workflow, host: string): Promise<Certificate> {
  const order = await workflow.run('order', ({ authority }) => authority.order(host))
  const record = `_acme-challenge.${host.replace(/^\*\./, '')}`
  try {
    await workflow.run('add token', ({ dns }) => dns.add(record, order.token))
    await workflow.sleepUntil(workflow.now() + DNS_DELAY_MS)
    const answer = await workflow.run('validate', ({ authority }) => authority.validate(order.id))
    if (answer === 'invalid') throw new Error(`token not found at ${record}`)
    return await workflow.run('issue', ({ authority }) => authority.issue(order.id))
  } finally {
    const removal = workflow.run('remove token', ({ dns }) => dns.remove(record, order.token))
    await removal.catch((error: unknown) => workflow.log('token left behind', { host, record, error }))
  }
}

async function install(workflow: Workflow, host: string, certificateId: string): Promise<void> {
  const failed: string[] = []
  for (const region of REGIONS) {
    await replaceAt(workflow, region, host, certificateId).catch((error: unknown) => {
      workflow.log('region failed', { region, host, error })
      failed.push(region)
    })
  }
  if (failed.length > 0) throw new Error(`${certificateId} is not in place in ${failed.join(', ')}`)
}

async function replaceAt(workflow: Workflow, region: string, host: string, id: string): Promise<void> {
  await workflow.run('add', ({ balancers }) => balancers.add(region, host, id))
  await workflow.run('remove others', ({ balancers }) => balancers.removeOthers(region, host, id))
  await workflow.run('check', async ({ balancers }) => {
    const presented = await balancers.presented(region, host)
    if (presented.some((at) => at !== id)) throw new Error(`${host} has yet to load ${id}`)
  })
}
