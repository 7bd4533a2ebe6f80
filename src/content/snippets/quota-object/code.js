/**
 * @typedef {object} Plan
 * @property {number} perSecond  What a customer may do in the long run.
 * @property {number} burst  What they may do at once. What locations hold on lease counts towards it.
 * @property {number} perMonth
 *
 * @typedef {object} Quota
 * @property {number} tokens  Whole requests that can be granted now.
 * @property {number} filledAt
 * @property {string} month
 * @property {number} spent  Granted this month, less what came back unused.
 * @property {Record<string, { id: string, granted: number, month: string, expiresAt: number }>} leases
 *
 * @typedef {object} Storage  Belongs to the object. When a call fails, the object is started anew.
 * @property {(key: string) => Promise<any>} get
 * @property {(key: string, value: object) => Promise<void>} put
 *   Takes a copy at once and resolves when it is on disk. Writes stay in the order of the calls.
 * @property {(at: number) => Promise<void>} setAlarm  Sets the time of the object's alarm.
 * @property {() => Promise<number | null>} getAlarm
 *
 * @typedef {object} Services
 * @property {{ of(customerId: string): Promise<Plan> }} plans
 * @property {() => number} now  Milliseconds, never going back.
 * @property {(message: string, fields: object) => void} log
 */

const LEASE_MS = 30_000
const SAVE_EVERY = 20

/**
 * There is one of these for each customer, and every location calls it. The runtime drops it from
 * memory after ten seconds without a call and at every deploy, and makes a new one for the next
 * call or the alarm.
 */
export class QuotaObject {
  /** @param {string} customerId @param {Storage} storage @param {Services} services */
  constructor(customerId, storage, services) {
    this.customerId = customerId
    this.storage = storage
    this.services = services
    this.unsaved = 0
  }

  /** Lets a location make up to `wanted` requests, within LEASE_MS from when it asked. */
  async acquire(location, wanted) {
    const plan = await this.services.plans.of(this.customerId)
    const quota = await this.load()
    const now = this.services.now()
    startMonth(quota, now)
    refill(quota, plan, now)

    const granted = Math.min(wanted, quota.tokens, plan.perMonth - quota.spent)
    if (granted < 1) return { granted: 0, reason: quota.tokens < 1 ? 'rate' : 'month' }

    const lease = { id: crypto.randomUUID(), granted, month: quota.month, expiresAt: now + LEASE_MS }
    await this.storage.setAlarm(lease.expiresAt)
    quota.leases[lease.id] = lease
    quota.tokens -= granted
    quota.spent += granted
    await this.changed()
    this.services.log('granted', { location, granted, tokens: quota.tokens, spent: quota.spent })
    return { granted, leaseId: lease.id }
  }

  /** Called when a location has used up its lease or is about to leave it. Repeated until answered. */
  async settle(leaseId, used) {
    const quota = await this.load()
    const lease = quota.leases[leaseId]
    if (!lease) return
    const unused = lease.granted - used
    delete quota.leases[leaseId]
    quota.tokens += unused
    if (lease.month === quota.month) quota.spent -= unused
    await this.changed()
  }

  async alarm() {
    const quota = await this.load()
    dropExpired(quota, this.services.now())
    const ends = Object.values(quota.leases).map((lease) => lease.expiresAt)
    if (ends.length) await this.storage.setAlarm(Math.min(...ends))
    await this.save()
  }

  load() {
    const none = { tokens: 0, filledAt: 0, month: '', spent: 0, leases: {} }
    this.loading ??= this.storage.get('quota').then((stored) => (this.quota = stored ?? none))
    return this.loading
  }

  /** A write is billed and takes eight milliseconds: changes are written together, the last by the alarm. */
  async changed() {
    this.unsaved += 1
    if (this.unsaved >= SAVE_EVERY) await this.save()
  }

  async save() {
    this.unsaved = 0
    await this.storage.put('quota', this.quota)
  }
}

function startMonth(quota, now) {
  const month = new Date(now).toISOString().slice(0, 7)
  if (month !== quota.month) Object.assign(quota, { month, spent: 0 })
}

function refill(quota, plan, now) {
  const held = Object.values(quota.leases).reduce((sum, lease) => sum + lease.granted, 0)
  const gained = Math.floor(((now - quota.filledAt) * plan.perSecond) / 1000)
  quota.tokens = Math.min(plan.burst - held, quota.tokens + gained)
  quota.filledAt = now
}

function dropExpired(quota, now) {
  for (const lease of Object.values(quota.leases)) {
    if (lease.expiresAt <= now) delete quota.leases[lease.id]
  }
}
