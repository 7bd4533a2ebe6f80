import { checkHostileReports } from '../e2e/hostile-reports.ts'
import { generateHostile, hostileTexts } from '../e2e/hostile-text.ts'
import { killServer } from '../e2e/kill-server.ts'
import type { KillResult } from '../e2e/kill-server.ts'
import { onDisk } from '../e2e/kill/on-disk.ts'
import { onKv } from '../e2e/kill/on-kv.ts'
import type { CutOutcome } from '../e2e/network-cuts.ts'
import { cutNetwork, planCuts } from '../e2e/network-cuts.ts'
import { openBrowser } from '../e2e/open-browser.ts'
import { seededRandom } from '../e2e/seeded-random.ts'
import { newDataDir, serveSite } from '../e2e/serve.ts'
import { castCandidates } from '../evals/candidates/cast-candidates.ts'
import { judgeManners } from '../evals/manners/judge-manners.ts'
import { createBankFinder } from '../src/domain/grading/create-bank-finder.ts'
import { openTestApp } from '../src/api/test-app.ts'
import { loadBank } from '../src/bank/load-bank.ts'
import { generateAttacks } from '../standins/obedient/attacks.ts'
import { checkAttacked } from '../standins/obedient/check-attacked.ts'
import { measureDrift } from '../standins/obedient/measure-drift.ts'
import { playAttacked } from '../standins/obedient/play-attacked.ts'
import { countBrokenModels } from './torture/count-broken-models.ts'
import { countNoisyCalls } from './torture/count-noisy-calls.ts'
import { countOrders } from './torture/count-orders.ts'
import { countStarts } from './torture/count-starts.ts'
import { runLongTest } from './torture/run-long-test.ts'
import { percentile } from './torture/percentile.ts'

/**
 * `npm run torture`: the long counts, over the build, or those that are named, as in `npm run torture -- redis-kills`.
 * OFFHOOK_SEED, OFFHOOK_KILLS, OFFHOOK_HOSTED_KILLS, OFFHOOK_REDIS_KILLS, OFFHOOK_CUTS, OFFHOOK_HOSTILE, OFFHOOK_ATTACKS,
 * OFFHOOK_CLEAN, OFFHOOK_DELETIONS, OFFHOOK_BESIDE, OFFHOOK_NOISY, OFFHOOK_INTERVIEWS, OFFHOOK_ORDERS and
 * OFFHOOK_STARTS choose another run.
 * Ends with 1 when a promise is broken or what was killed is too slow to be back.
 */
const seed = Number(process.env['OFFHOOK_SEED'] || 1)
const kills = Number(process.env['OFFHOOK_KILLS'] || 500)
const hostedKills = Number(process.env['OFFHOOK_HOSTED_KILLS'] || 300)
const redisKills = Number(process.env['OFFHOOK_REDIS_KILLS'] || 50)
const cuts = Number(process.env['OFFHOOK_CUTS'] || 200)
const hostile = Number(process.env['OFFHOOK_HOSTILE'] || 100_000)
const attacks = Number(process.env['OFFHOOK_ATTACKS'] || 500)
const clean = Number(process.env['OFFHOOK_CLEAN'] || 200)
const besideTurns = Number(process.env['OFFHOOK_BESIDE'] || 1_000)
const interviews = Number(process.env['OFFHOOK_INTERVIEWS'] || 2_000)
const deletions = Number(process.env['OFFHOOK_DELETIONS'] || 200)
const noisyTurns = Number(process.env['OFFHOOK_NOISY'] || 10_000)
const orders = Number(process.env['OFFHOOK_ORDERS'] || 2_000)
const starts = Number(process.env['OFFHOOK_STARTS'] || 20_000)

/** Share of the scores of clean interviews that the obedient model may move. */
const MOST_DRIFT = 0.01

/** How long a line stays down, in ms, and how many at once: what the machine holds without waiting for itself. */
const CUTS_MS = [500, 5_000, 25_000, 84_000]
const CUTS_AT_ONCE = 4

/** Going on again within this time after the line's return in 99 of 100 cuts, in ms. */
const BACK_P99_MS = 2_000

/** Ready again within this time in 99 of 100 restarts, in ms. */
const READY_P99_MS = 1_000

/** One long count each, by name: prints what it did, gives what fell short, throws when a promise is broken. */
const counts: Record<string, () => Promise<string[]>> = {
  async kills() {
    console.log(`kill -9: ${kills} kills, seed ${seed}`)
    return told(await killServer({ kills, seed, ground: onDisk() }))
  },
  async 'hosted-kills'() {
    console.log(`kill -9 of a server on KV: ${hostedKills} kills, seed ${seed}`)
    return told(await killServer({ kills: hostedKills, seed, ground: await onKv() }))
  },
  async 'redis-kills'() {
    console.log(`kill -9 of the Redis behind it: ${redisKills} kills, seed ${seed}`)
    return told(await killServer({ kills: redisKills, seed, ground: await onKv(), victim: 'redis' }))
  },
  cuts: countCuts,
  hostile: countHostile,
  attacks: countAttacks,
  manners: countManners,
  beside: () => countBrokenModels(besideTurns),
  noisy: () => Promise.resolve(countNoisyCalls(noisyTurns)),
  async deletions() {
    console.log(`deletions broken off: ${deletions}, seed ${seed}`)
    runLongTest('src/api/deletion-anywhere.test.ts', { OFFHOOK_DELETIONS: String(deletions) })
    console.log('  no byte was left after one sweep')
    return []
  },
  orders: () => countOrders(orders, seed),
  starts: () => countStarts(starts, seed),
}

/** Prints what a count of kills came to, and gives what fell short. */
function told({ sessions, acknowledged, struck, readyMs }: KillResult): string[] {
  const { turn, note, hold, finish } = acknowledged
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => Math.round(percentile(readyMs, share)))
  console.log(
    `  ${turn} turns, ${note} notes, ${hold} holds and ${finish} reports kept, ${sessions} sessions`,
  )
  for (const [where, count] of Object.entries(struck).toSorted()) console.log(`  struck ${where}: ${count}`)
  console.log(`  ready again after p50 ${p50} ms, p99 ${p99} ms, at most ${max} ms`)
  return (p99 ?? Infinity) > READY_P99_MS
    ? [`what was killed is back in ${p99} ms, goal ${READY_P99_MS} ms`]
    : []
}

async function countCuts(): Promise<string[]> {
  console.log(
    `network cuts: ${cuts} of ${CUTS_MS.map((ms) => ms / 1000).join(', ')} s, ${CUTS_AT_ONCE} at once`,
  )
  const dataDir = newDataDir()
  const [site, browser] = await Promise.all([serveSite(dataDir), openBrowser()])
  try {
    const planned = planCuts(cuts, CUTS_MS)
    const outcomes: CutOutcome[] = []
    const line = async () => {
      for (let cut = planned.shift(); cut; cut = planned.shift())
        outcomes.push(await cutNetwork({ browser, url: site.url, dataDir }, cut))
    }
    await Promise.all(Array.from({ length: CUTS_AT_ONCE }, line))
    const broken = outcomes.filter(({ lost, repeated }) => lost.length + repeated.length > 0)
    if (broken.length > 0) throw new Error(`a cut lost or repeated something: ${JSON.stringify(broken)}`)
    const back = outcomes.map(({ backMs }) => backMs)
    const [p50, p99] = [0.5, 0.99].map((share) => Math.round(percentile(back, share)))
    console.log(`  nothing lost, nothing asked twice; going on again after p50 ${p50} ms, p99 ${p99} ms`)
    return (p99 ?? Infinity) > BACK_P99_MS
      ? [`an interview goes on ${p99} ms after a cut, goal ${BACK_P99_MS} ms`]
      : []
  } finally {
    await browser.close()
    await site.stop()
  }
}

async function countHostile(): Promise<string[]> {
  console.log(`hostile text: ${hostileTexts.length} written, ${hostile} generated, seed ${seed}`)
  const [site, browser] = await Promise.all([serveSite(), openBrowser()])
  try {
    const texts = [...hostileTexts, ...generateHostile(seededRandom(seed), hostile)]
    const { interviews } = await checkHostileReports(texts, {
      url: site.url,
      bank: loadBank('.build/bank.json'),
      browser,
    })
    console.log(`  ${interviews} interviews: no script ran, no request left, no export holds more than text`)
    return []
  } finally {
    await browser.close()
    await site.stop()
  }
}

async function countAttacks(): Promise<string[]> {
  console.log(`the obedient model: ${attacks} attacks, ${clean} clean interviews, seed ${seed}`)
  const { bank, finder } = openTestApp().dependencies
  const candidates = ['weak', 'silent', 'strong'] as const
  for (const [index, attack] of generateAttacks(seededRandom(seed), attacks).entries()) {
    const attacked = await playAttacked(candidates[index % 3] ?? 'weak', seed + index, attack)
    try {
      checkAttacked(attacked, attack, { bank, finder })
    } catch (cause) {
      throw new Error(`attack ${index} got something: ${JSON.stringify(attack)}`, { cause })
    }
  }
  console.log(
    '  no score without a quote or above the evidence cap, no leak, no command, no word of the model',
  )
  const { scores, drift } = await measureDrift(clean, seed)
  console.log(`  ${Math.round(drift * 1_000) / 10}% of ${scores} scores of clean interviews moved`)
  return drift > MOST_DRIFT
    ? [`the obedient model moved ${drift} of the clean scores, goal ${MOST_DRIFT}`]
    : []
}

function countManners(): Promise<string[]> {
  console.log(`manners: ${interviews} simulated candidates, seed ${seed}`)
  const bank = loadBank('.build/bank.json')
  const sources = { bank, finder: createBankFinder(bank) }
  const failures = castCandidates(interviews, seed * 100_000).flatMap((casting) =>
    judgeManners(casting, sources),
  )
  for (const { id, name, breaches } of failures) console.log(`  ${id}: ${name}: ${breaches[0]}`)
  return Promise.resolve(failures.map(({ id, name }) => `${name} answers no to ${id}`))
}

/** `npm run torture -- NAME...` runs only the counts that are named, as in `cuts noisy`. */
const wanted = process.argv.slice(2)

try {
  for (const name of wanted)
    if (!counts[name]) throw new Error(`${name} is none of ${Object.keys(counts).join(', ')}`)
  for (const [name, count] of Object.entries(counts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue
    for (const short of await count()) {
      console.error(`  short of the goal: ${short}`)
      process.exitCode = 1
    }
  }
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
