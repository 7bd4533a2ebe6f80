import { CORE_SCHEMA, load } from 'js-yaml'
import { readFileSync } from 'node:fs'

/** An entry as it is typed into the editor: files beside it as their text, diffs as they are read. */
export type Entry = Record<string, unknown>

interface Issue {
  id: string
  fix: string
  notEnough: { change: string }[]
}

interface Question {
  issues: Issue[]
  followUps: { heard: string[]; missing: string[] }[]
  answerPoints: Record<string, { full: string[]; partly: string[]; falseAlarms: string[] }>
  readings: { reading: string; for: string[] }[]
  probes: object[]
  facts: object[]
}

export const newPack = {
  name: { name: 'Sync and Offline', slug: 'sync-offline' },
  shortName: 'Sync',
  summary: 'Clients that write while they are away, and what happens when they are back.',
  order: 5,
  roles: [{ weight: 6, phrases: 'sync engineer\nlocal-first engineer' }],
}

/** Two issues of a snippet that is known to be right, as a new snippet: its code, log and proof, and all about the two. */
export function newSnippet(): Entry & { issues: Issue[] } {
  const whole = readEntry('snippets/order-webhook/index.yaml') as Entry & Question
  const gone = ['finds-lost-retry', 'finds-serial-lookups', 'failure-counts-as-done', 'lookup-per-line']
  const kept = (ids: string[]) => ids.filter((id) => !gone.includes(id))
  const earned = Object.entries(whole.answerPoints).map(([level, { full, partly, falseAlarms }]) => {
    return [level, { full: kept(full), partly: kept(partly), falseAlarms }]
  })
  const proof = readText('snippets/order-webhook/proof.test.ts')
  const [from, to] = [proof.indexOf("    'failure-counts-as-done': {"), proof.indexOf('  },\n\n  traps: {')]
  return {
    ...shortened(whole),
    title: { name: 'Parcel webhook that grants store credit', slug: 'parcel-webhook' },
    pack: newPack.name.slug,
    code: readText('snippets/order-webhook/code.ts'),
    proof: proof.slice(0, from) + proof.slice(to),
    log: readText('snippets/order-webhook/log.txt'),
    issues: whole.issues.slice(0, 2),
    followUps: whole.followUps
      .filter(({ heard, missing }) => ![...heard, ...missing].some((id) => gone.includes(id)))
      .slice(0, FEW),
    answerPoints: Object.fromEntries(earned),
    readings: whole.readings.map(({ reading, for: ids }) => ({ reading, for: kept(ids) })),
  }
}

/** A landing page as a marketer types it: its lists at their shortest. */
export function newCompany(): Entry {
  const whole = readEntry('companies/posthog.yaml') as Record<string, object[]>
  return {
    ...whole,
    name: { name: 'Lanternworks', slug: 'lanternworks' },
    lead: 'A page that a marketer has published alone.',
    facts: [...(whole['facts'] ?? []).slice(0, 3), ...(whole['facts'] ?? []).slice(-1)],
  }
}

/** A scenario that is known to be right, as a new one of the new pack. */
export function newScenario(): Entry {
  const whole = readEntry('scenarios/edge-rate-limiter.yaml') as Entry & Question
  return {
    ...shortened(whole),
    followUps: whole.followUps.slice(0, FEW),
    title: { name: 'A rate limiter for clients that sync', slug: 'sync-rate-limiter' },
    pack: newPack.name.slug,
  }
}

/** Enough to be complete, and not more to type. */
const FEW = 4

function shortened(whole: Entry & Question): Entry {
  return { ...whole, probes: whole.probes.slice(0, FEW - 1), facts: whole.facts.slice(0, FEW - 1) }
}

function readText(file: string): string {
  return readFileSync(`src/content/${file}`, 'utf8')
}

function readEntry(file: string): Entry {
  return unindented(load(readText(file), { schema: CORE_SCHEMA })) as Entry
}

/** Diffs stand behind one blank more in files. */
function unindented(value: unknown): unknown {
  if (typeof value === 'string') return value.startsWith(' @@') ? value.replace(/^ /gm, '') : value
  if (Array.isArray(value)) return value.map(unindented)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unindented(inner)]))
}
