import { execFile } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const root = dirname(import.meta.dirname)
const run = promisify(execFile)
let folder: string

/** A bug of one line, and the test files that have to notice it. */
interface Bug {
  what: string
  file: string
  line: string
  instead: string
  tests: string[]
}

const bugs: Bug[] = [
  {
    what: 'a scorer that reaches a 4 at the share of a 3',
    file: 'src/domain/grading/score-points.ts',
    line: "if (share >= bands['4']) return 4",
    instead: "if (share >= bands['3']) return 4",
    tests: ['src/domain/grading/score-points.test.ts'],
  },
  {
    what: 'a quote check that believes everything',
    file: 'src/domain/grading/check-quote.ts',
    line: 'return quote.trim().length > 0 && text.includes(quote)',
    instead: 'return quote.length + text.length >= 0',
    tests: ['src/domain/grading/check-quote.test.ts'],
  },
  {
    what: 'a fold that lets a later partial mention replace a full one',
    file: 'src/domain/interview/merge-heard.ts',
    line: "if (before && (before.degree === 'full' || degree === 'partly')) continue",
    instead: "if (before && before.degree === 'partly' && degree === 'partly') continue",
    tests: ['src/domain/interview/fold.test.ts'],
  },
  {
    what: 'a fold that forgets that a turn was taken',
    file: 'src/domain/interview/fold-candidate.ts',
    line: 'return [...state.turns, { turnId, text, seq }]',
    instead: 'return [{ turnId, text, seq }]',
    tests: ['src/api/turns.test.ts'],
  },
  {
    what: 'a cookie check that accepts any signature',
    file: 'src/api/owner-cookie.ts',
    line: 'return isSameSecret(signature, sign(ownerId)) ? ownerId : undefined',
    instead: 'return isSameSecret(signature, signature) ? ownerId : undefined',
    tests: ['src/api/access-matrix.test.ts'],
  },
  {
    what: 'a store that gives anybody’s session to anybody',
    file: 'src/api/session-store.ts',
    line: 'if (!session || ownerId === undefined || session.state.ownerId !== ownerId) {',
    instead: 'if (!session) {',
    tests: ['src/api/access-matrix.test.ts'],
  },
  {
    what: 'a director that ignores how many turns a section has',
    file: 'src/domain/interview/director/is-over.ts',
    line: ' || state.sectionTurns >= turns',
    instead: ' || state.sectionTurns < -turns',
    tests: ['src/domain/interview/director/is-over.test.ts'],
  },
]

beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'offhook-bugs-')))
  for (const path of ['src', '.build', 'package.json', 'tsconfig.json', 'vitest.config.ts']) {
    cpSync(join(root, path), join(folder, path), { recursive: true })
  }
  cpSync(join(root, 'scripts/fail-on-console.ts'), join(folder, 'scripts/fail-on-console.ts'))
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** What a run of test files in the copy came to. */
interface Outcome {
  passed: number
  failed: number
  /** Files that could not even be run: a bug that breaks the build is noticed by no test. */
  unrun: string[]
}

async function runTests(tests: string[], ...more: string[]): Promise<Outcome> {
  const report = join(folder, 'report.json')
  rmSync(report, { force: true })
  const vitest = join(folder, 'node_modules/vitest/vitest.mjs')
  const args = [vitest, 'run', '--reporter=json', `--outputFile=${report}`, ...more, ...tests]
  await run(process.execPath, args, { cwd: folder, env: cleanEnv() }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 1)) throw error
  })
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as Results
  const unrun = testResults.filter(({ assertionResults }) => assertionResults.length === 0)
  return { passed: numPassedTests, failed: numFailedTests, unrun: unrun.map(({ name }) => name) }
}

interface Results {
  numPassedTests: number
  numFailedTests: number
  testResults: { name: string; assertionResults: unknown[] }[]
}

/** The environment without what tells a process that it runs inside a test. */
function cleanEnv(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('VITEST')))
}

describe('the tests of a copy of the source', () => {
  test('pass as it is', async () => {
    const tests = [...new Set(bugs.flatMap((bug) => bug.tests))]
    const { passed, failed, unrun } = await runTests(tests)
    expect({ failed, unrun }).toEqual({ failed: 0, unrun: [] })
    expect(passed).toBeGreaterThan(tests.length)
  })

  test.each(bugs)('fail with $what', async ({ file, line, instead, tests }) => {
    const path = join(folder, file)
    const source = readFileSync(path, 'utf8')
    expect(source.split(line)).toHaveLength(2)
    writeFileSync(
      path,
      source.replace(line, () => instead),
    )
    try {
      // One test that fails is enough.
      const { failed, unrun } = await runTests(tests, '--bail=1')
      expect(unrun).toEqual([])
      expect(failed).toBeGreaterThan(0)
    } finally {
      writeFileSync(path, source)
    }
  })
})
