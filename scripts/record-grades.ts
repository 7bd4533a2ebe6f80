import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync, gzipSync } from 'node:zlib'
import { z } from 'zod'
import { loadBank } from '../src/bank/load-bank.ts'
import { Bank } from '../src/domain/catalog/bank.ts'
import { createBankFinder } from '../src/domain/grading/create-bank-finder.ts'
import { SessionEvent } from '../src/domain/interview/event.ts'
import { fold } from '../src/domain/interview/fold.ts'
import { initialState } from '../src/domain/interview/initial-state.ts'
import { buildReport } from '../src/domain/report/build-report.ts'

/**
 * `npm run record-grades`: grades some of the recorded logs on the content of now, and freezes both that content and the
 * digests of the reports, for `src/domain/grading/graded-logs.test.ts`. To be run after every change of a rule or of the
 * built-in finder that is meant to change grades; `npm run record-grades -- check` only grades again, on any Node.
 */
const FIXTURES = 'src/domain/grading/fixtures'
const LOGS = [
  '2026-11/flawless',
  '2026-11/mid-infra-workflows-weak-graded',
  '2026-11/mid-edge-mixed-graded',
  '2026-11/senior-analytics-silent-graded',
  '2026-11-model/read-by-model',
]

function readLog(name: string): SessionEvent[] {
  const bytes = readFileSync(`src/domain/interview/fixtures/${name}.jsonl.gz`)
  const lines = gunzipSync(bytes).toString('utf8').trim().split('\n')
  return z.array(SessionEvent).parse(lines.map((line): unknown => JSON.parse(line)))
}

/** The bank with only what these logs asked about: small, and as good for telling whether grades repeat. */
function askedPart(bank: Bank): Bank {
  const asked = new Set(
    LOGS.flatMap(readLog).flatMap((event) => ('questionId' in event ? [event.questionId] : [])),
  )
  const isAsked = ({ id }: { id: string }) => asked.has(id)
  return {
    ...bank,
    snippets: bank.snippets.filter(isAsked).map((snippet) => ({ ...snippet, html: '' })),
    scenarios: bank.scenarios.filter(isAsked),
    warmups: bank.warmups.filter(isAsked),
    samples: [],
  }
}

function digestOf(name: string, bank: Bank): string {
  const state = readLog(name).reduce(fold, initialState())
  const report = buildReport(state, bank, createBankFinder(bank), '2026-11-27T00:00:00.000Z', name)
  return createHash('sha256').update(JSON.stringify(report)).digest('hex')
}

function gradeAll(bank: Bank): string {
  return LOGS.map((name) => `${JSON.stringify({ name, digest: digestOf(name, bank) })}\n`).join('')
}

if (process.argv[2] === 'check') {
  const frozen = gunzipSync(readFileSync(`${FIXTURES}/frozen-bank.json.gz`)).toString('utf8')
  const same = gradeAll(Bank.parse(JSON.parse(frozen))) === readFileSync(`${FIXTURES}/grades.jsonl`, 'utf8')
  console.log(
    `Node ${process.version}: ${LOGS.length} reports ${same ? 'are the same to the bit' : 'differ'}`,
  )
  process.exitCode = same ? 0 : 1
} else {
  const bank = askedPart(loadBank('.build/bank.json'))
  const bytes = gzipSync(JSON.stringify(bank), { level: 9 })
  writeFileSync(`${FIXTURES}/frozen-bank.json.gz`, bytes)
  writeFileSync(`${FIXTURES}/grades.jsonl`, gradeAll(bank))
  console.log(`${LOGS.length} grades recorded, ${Math.round(bytes.length / 1024)} KB of content frozen`)
}
