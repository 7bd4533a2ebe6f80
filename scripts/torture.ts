import { checkHostileReports } from '../e2e/hostile-reports.ts'
import { generateHostile, hostileTexts } from '../e2e/hostile-text.ts'
import { killServer } from '../e2e/kill-server.ts'
import type { CutOutcome } from '../e2e/network-cuts.ts'
import { cutNetwork, planCuts } from '../e2e/network-cuts.ts'
import { openBrowser } from '../e2e/open-browser.ts'
import { seededRandom } from '../e2e/seeded-random.ts'
import { newDataDir, serveSite } from '../e2e/serve.ts'
import { castCandidates } from '../evals/candidates/cast-candidates.ts'
import { judgeManners } from '../evals/manners/judge-manners.ts'
import { loadBank } from '../src/bank/load-bank.ts'
import { createBankFinder } from '../src/domain/grading/create-bank-finder.ts'

/**
 * `npm run torture`: the long counts, over the build. OFFHOOK_SEED, OFFHOOK_KILLS, OFFHOOK_CUTS, OFFHOOK_HOSTILE and
 * OFFHOOK_INTERVIEWS choose another run.
 * Ends with 1 when a promise is broken or the killed server is too slow to be back.
 */
const seed = Number(process.env['OFFHOOK_SEED'] || 1)
const kills = Number(process.env['OFFHOOK_KILLS'] || 500)
const cuts = Number(process.env['OFFHOOK_CUTS'] || 200)
const hostile = Number(process.env['OFFHOOK_HOSTILE'] || 100_000)
const interviews = Number(process.env['OFFHOOK_INTERVIEWS'] || 2_000)

/** How long a line stays down, in ms, and how many at once: what the machine holds without waiting for itself. */
const CUTS_MS = [500, 5_000, 25_000, 84_000]
const CUTS_AT_ONCE = 4

/** Going on again within this time after the line's return in 99 of 100 cuts, in ms. */
const BACK_P99_MS = 2_000

/** Ready again within this time in 99 of 100 restarts, in ms. */
const READY_P99_MS = 1_000

/** One long count each: prints what it did, gives what fell short, throws when a promise is broken. */
const counts: (() => Promise<string[]>)[] = [countKills, countCuts, countHostile, countManners]

async function countKills(): Promise<string[]> {
  console.log(`kill -9: ${kills} kills, seed ${seed}`)
  const { sessions, acknowledged, struck, readyMs } = await killServer({ kills, seed })
  const { turn, note, hold, finish } = acknowledged
  const [p50, p99, max] = [0.5, 0.99, 1].map((share) => Math.round(percentile(readyMs, share)))
  console.log(
    `  ${turn} turns, ${note} notes, ${hold} holds and ${finish} reports kept, ${sessions} sessions`,
  )
  for (const [where, count] of Object.entries(struck).toSorted()) console.log(`  struck ${where}: ${count}`)
  console.log(`  ready again after p50 ${p50} ms, p99 ${p99} ms, at most ${max} ms`)
  return (p99 ?? Infinity) > READY_P99_MS
    ? [`the killed server is back in ${p99} ms, goal ${READY_P99_MS} ms`]
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

/** The smallest of the numbers that `share` of them do not exceed. */
function percentile(numbers: number[], share: number): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

try {
  for (const count of counts) {
    for (const short of await count()) {
      console.error(`  short of the goal: ${short}`)
      process.exitCode = 1
    }
  }
} catch (error) {
  console.error(error)
  process.exitCode = 1
}
