/** `npm test`: installs what is missing, then runs every check and every test. Plain Node 20, no packages. */
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chooseNode, toolsEnv } from './choose-node.mjs'
import { runToEnd, sentenceOf } from './ending.mjs'
import { ensureInstalled } from './ensure-installed.mjs'
import { chromiumAdvice, findChromium, installChromium } from './find-chromium.mjs'
import { installPrograms } from './find-programs.mjs'
import { npmCommand, passSignalsOn, runInView, runQuietly } from './run-quietly.mjs'
import { sumResults } from './sum-results.mjs'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const strict = !['', '0', 'false'].includes(process.env.CI ?? '')

const score = { passed: 0, failed: 0 }
/** What was not run, and why. @type {string[]} */
const left = []

await runToEnd(async () => {
  passSignalsOn()
  try {
    await runAll()
  } catch (error) {
    console.error(sentenceOf(error))
    score.failed += 1
  }
  return conclude()
})

async function runAll() {
  await ensureInstalled(root, { dev: true })
  const node = chooseNode(root)
  const env = toolsEnv(root, node)

  const chromium = findChromium() ?? (await installChromium(root, node))
  if (chromium !== null) env.CHROME_PATH = chromium
  const missing = await installPrograms(root)
  const mute = missing.filter((program) => program !== 'redis-server')
  const hosted = mute.length === missing.length

  await runScript('check', 'Checking types, floors, style, format and dead code', env)
  const built = await runScript('build', 'Building the bank and the site', env)
  if (chromium === null) left.push(`the journeys in a browser (e2e): ${chromiumAdvice()}`)
  else if (!built) left.push('the journeys in a browser (e2e): the site could not be built')
  const journeys = built && chromium !== null
  if (journeys && mute.length > 0)
    left.push(`the spoken journeys: install ${mute.join(', ')} (on Debian, as root, npm test does it)`)
  if (!hosted) left.push('the tests on KV: install redis-server (on Debian, as root, npm test does it)')
  await runTests(node, env, { journeys, spoken: mute.length === 0, hosted })
}

/** One script of package.json as one test; what it says is shown when it fails. */
async function runScript(name, doing, env) {
  console.log(doing)
  const [command, ...args] = npmCommand()
  const result = await runQuietly(command, [...args, 'run', name], { cwd: root, env, doing })
  if (result.code === 0) score.passed += 1
  else score.failed += 1
  if (result.code !== 0) console.error(result.output.trim())
  console.log(`  ${result.code === 0 ? 'ok' : `failed: npm run ${name}`}, ${result.seconds} s`)
  return result.code === 0
}

async function runTests(node, env, { journeys, spoken, hosted }) {
  console.log('Running the tests')
  const folder = mkdtempSync(join(tmpdir(), 'offhook-tests-'))
  const report = join(folder, 'report.json')
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  if (!journeys) args.push('--project=!e2e', '--project=!sound')
  if (!spoken) args.push('--exclude=e2e/spoken*.test.ts')
  if (!hosted) args.push('--exclude=standins/kv/**', '--exclude=e2e/hosted*.test.ts')
  try {
    const code = await runInView(node, [join(root, 'node_modules/vitest/vitest.mjs'), ...args], {
      cwd: root,
      env,
    })
    const results = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : { testResults: [] }
    const sum = sumResults(results, code)
    score.passed += sum.passed
    score.failed += sum.failed
    left.push(...sum.skipped)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Says what was left out, then the count alone on the last line. */
function conclude() {
  if (left.length > 0) {
    console.log(`\nNot run${strict ? ' (a failure, since CI is set)' : ''}:`)
    for (const what of left) console.log(`  - ${what}`)
    if (strict) score.failed += left.length
  }
  console.log(`\n${score.passed} passed, ${score.failed} failed`)
  return score.failed === 0 ? 0 : 1
}
