import { createHash } from 'node:crypto'

export interface Account {
  id: string
  /** What is known of it. A new account may have no country or plan yet. */
  attributes: Record<string, string>
}

export type Condition =
  { op: 'in' | 'not-in'; attribute: string; values: string[] } | { op: 'segment'; segment: string }

/** For the accounts that are known to meet every condition. */
export interface Rule {
  conditions: Condition[]
  /** How many of them are in the rollout, in basis points. Teams raise it step by step. */
  rolloutBps: number
  /** How those in the rollout are divided. The weights add up to 10,000 and stay as they are. */
  split: { variant: string; weightBps: number }[]
}

export interface Flag {
  key: string
  /** The kill switch. While it is false, everybody gets `off`. */
  enabled: boolean
  off: string
  /** Accounts that were promised a variant, whatever the rules say. */
  pins: Map<string, string>
  /** The first that applies decides. */
  rules: Rule[]
}

export interface Services {
  /** Both calls reject after five seconds. */
  source: {
    /** Every flag there is, or null when no flag and no segment has changed since that version. */
    flags(since: string | null): Promise<{ version: string; flags: Flag[] } | null>
    /** The accounts in each segment that a flag names, as of that version. */
    segments(version: string): Promise<Map<string, Set<string>>>
  }
  exposures: {
    /** Buffers, sends in the background and never throws. Experiments are evaluated on these alone. */
    add(exposure: { flag: string; variant: string; accountId: string }): void
  }
  pause(ms: number): Promise<void>
  log(message: string, fields: Record<string, unknown>): void
}

const POLL_MS = 10_000
const WHOLE_BPS = 10_000

/** Once in every process, before it takes requests. A process that cannot load flags does not start. */
export async function startFlags(services: Services, stop: AbortSignal) {
  let version: string | null = null
  let flags = new Map<string, Flag>()
  let segments = new Map<string, Set<string>>()

  async function refresh(): Promise<void> {
    const update = await services.source.flags(version)
    if (!update) return
    version = update.version
    const loaded = await services.source.segments(update.version)
    flags = new Map(update.flags.map((flag) => [flag.key, flag]))
    segments = loaded
    services.log('flags loaded', { version: update.version, flags: flags.size })
  }

  async function keepFresh(): Promise<void> {
    while (!stop.aborted) {
      await services.pause(POLL_MS)
      await refresh().catch((error: unknown) => services.log('refresh failed', { version, error }))
    }
  }

  /** The variant an account gets now. `fallback` is for a flag that is not there. */
  function variantFor(key: string, account: Account, fallback: string): string {
    const flag = flags.get(key)
    if (!flag) return fallback
    const pinned = flag.pins.get(account.id)
    if (pinned) return pinned
    if (!flag.enabled) return flag.off

    const rule = flag.rules.find(({ conditions }) => conditions.every((one) => holds(one, account, segments)))
    const drawn = rule && draw(flag.key, rule, account.id)
    if (!drawn) return flag.off
    services.exposures.add({ flag: flag.key, variant: drawn, accountId: account.id })
    return drawn
  }

  await refresh()
  void keepFresh()
  return { variantFor }
}

function holds(condition: Condition, account: Account, segments: Map<string, Set<string>>): boolean {
  if (condition.op === 'segment') return segments.get(condition.segment)?.has(account.id) ?? false
  const value = account.attributes[condition.attribute] ?? ''
  const isListed = condition.values.includes(value)
  return condition.op === 'in' ? isListed : !isListed
}

function draw(flagKey: string, rule: Rule, accountId: string): string | null {
  const bucket = bucketOf(flagKey, accountId)
  if (bucket >= rule.rolloutBps) return null

  let end = 0
  for (const { variant, weightBps } of rule.split) {
    end += (weightBps / WHOLE_BPS) * rule.rolloutBps
    if (bucket < end) return variant
  }
  return null
}

/** From 0 to 9,999, the same in every process. */
function bucketOf(salt: string, accountId: string): number {
  const digest = createHash('sha1').update(`${salt}/${accountId}`).digest()
  return digest.readUInt32BE(0) % WHOLE_BPS
}
