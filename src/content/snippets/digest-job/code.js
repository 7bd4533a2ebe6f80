/**
 * @typedef {object} User  All times are in milliseconds, UTC.
 * @property {string} id
 * @property {string} email
 * @property {string} timeZone  Such as Europe/Berlin.
 * @property {number} nextRunAt  When their digest is to go out: on Mondays at 08:00, where they are.
 * @property {number} coveredUntil  Up to when digests have told them what happened. The inbox marks what is newer.
 *
 * @typedef {object} Item
 * @property {string} project
 * @property {string} title
 *
 * @typedef {object} Services
 * @property {(now: number) => AsyncIterable<User>} due
 *   Everybody with the digest turned on whose nextRunAt has come, from a cursor, the longest due first.
 * @property {(user: User, change: { nextRunAt: number, coveredUntil?: number }) => Promise<void>} advance
 *   Writes what is given. Where the settings have changed nextRunAt since the user was read, theirs stays.
 * @property {(timeZone: string, after: number) => number} nextMonday
 *   The first moment later than `after` when clocks there show Monday 08:00. Signing up uses it, too.
 * @property {(userId: string, from: number, to: number) => Promise<Item[]>} activity
 *   What happened in their projects from `from` until just before `to`, by the time of the commit.
 * @property {(mail: object) => Promise<'queued' | 'suppressed'>} send
 *   Takes up to 40 calls at once and rejects those beyond. Also rejects when it is down, or after ten seconds.
 *   Repeats its answer, and nothing else, for a key it has had in the last thirty days. Suppresses whoever
 *   bounced or has turned the digest off.
 * @property {() => number} now
 * @property {(message: string, fields: object) => void} log
 */

const HOUR_MS = 3_600_000
const WEEK_MS = 7 * 24 * HOUR_MS
const LISTED = 8

/** Later than this, nobody wants Monday's digest. What is in it goes into the next one. */
const TOO_LATE_MS = 24 * HOUR_MS

/**
 * The scheduler starts this every ten minutes, and not while the run before is still going.
 * @param {Services} services
 */
export async function sendDigests(services) {
  const startedAt = services.now()
  const pending = []
  for await (const user of services.due(startedAt)) {
    const outcome = sendDigest(services, user).catch((error) => {
      services.log('digest failed', { userId: user.id, error })
      return 'failed'
    })
    pending.push(outcome)
  }

  const counts = {}
  for (const outcome of await Promise.all(pending)) counts[outcome] = (counts[outcome] ?? 0) + 1
  services.log('run ended', { ms: services.now() - startedAt, ...counts })
}

async function sendDigest(services, user) {
  const now = services.now()
  const nextRunAt = now + WEEK_MS
  if (now - user.nextRunAt > TOO_LATE_MS) {
    await services.advance(user, { nextRunAt })
    return 'skipped'
  }

  const until = user.nextRunAt
  const since = until - WEEK_MS

  await services.advance(user, { nextRunAt, coveredUntil: until })
  const items = await services.activity(user.id, since, until)
  const outcome = items.length > 0 ? await services.send(compose(user, items, since)) : 'empty'
  services.log('digest', { userId: user.id, outcome, items: items.length, since, until, nextRunAt })
  return outcome
}

function compose(user, items, since) {
  const sections = [...Map.groupBy(items, (item) => item.project)]
    .sort(([, some], [, others]) => others.length - some.length)
    .map(([project, its]) => [project, ...list(its)].join('\n'))
  const date = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: user.timeZone })

  return {
    key: `digest/${user.id}/${user.nextRunAt}`,
    to: user.email,
    subject: `New since ${date.format(since)}: ${items.length}`,
    text: sections.join('\n\n'),
  }
}

function list(items) {
  const lines = items.slice(0, LISTED).map((item) => `  ${item.title}`)
  const others = items.length - lines.length
  return others > 0 ? [...lines, `  and ${others} more`] : lines
}
