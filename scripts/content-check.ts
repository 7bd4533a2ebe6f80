/**
 * Checks all content: schemas and rules between files, then the proofs of what changed since it was proven (all with
 * `--all`), then that the answers to every question climb. Ends with 1 when anything is wrong.
 */
import { join } from 'node:path'
import { proofDigest } from '../src/bank/proof-digest.ts'
import { readBank } from '../src/bank/read-bank.ts'
import type { RawBank } from '../src/bank/read-bank.ts'
import { readProven } from '../src/bank/read-proven.ts'
import { checkLadder } from './content-check/check-ladder.ts'
import { runProofs } from './content-check/run-proofs.ts'
import { sayProof } from './content-check/say-proof.ts'
import { writeProven } from './content-check/write-proven.ts'

const DIR = 'src/content'

try {
  const before = readBank(DIR)
  const proofs = prove(before, process.argv.includes('--all'))
  const bank = readBank(DIR)
  const ladder = checkLadder(bank)
  const problems = [...proofs.problems, ...ladder.problems]
  console.log([...counts(bank), proofs.summary, 'Ladder', ...ladder.table].join('\n'))
  if (problems.length > 0) throw new Error(`\n${problems.length} problems:\n${problems.join('\n')}`)
  console.log('All content is in order.')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

/** Runs the proofs that are due and keeps which passed. */
function prove({ snippets, unproven }: RawBank, all: boolean): { problems: string[]; summary: string } {
  const known = new Map([...snippets, ...unproven].map((snippet) => [snippet.id, snippet]))
  const digests = new Map(
    [...known].map(([id, snippet]) => [id, proofDigest(join(DIR, 'snippets'), id, snippet)]),
  )
  const due = [...(all ? known : new Map(unproven.map((snippet) => [snippet.id, snippet])))].map(([id]) => id)
  const problems = due
    .filter((id) => digests.get(id) === undefined)
    .map(
      (id) => `snippets/${id}/proof.test.ts: the proof is missing: write one, or mark the snippet as a draft`,
    )
  const runs = runProofs(due.filter((id) => digests.get(id) !== undefined))
  const proven = Object.fromEntries(Object.entries(readProven(DIR)).filter(([id]) => known.has(id)))
  for (const run of runs) {
    const snippet = known.get(run.id)
    const digest = digests.get(run.id)
    if (!snippet || !digest) continue
    if (run.failed.length === 0 && !run.broken) proven[run.id] = digest
    else delete proven[run.id]
    problems.push(...sayProof(run, snippet))
  }
  writeProven(DIR, proven)
  const checks = runs.reduce((sum, run) => sum + run.checks, 0)
  return { problems, summary: `Proofs: ${runs.length} of ${known.size} were due, ${checks} checks ran` }
}

function counts({
  packs,
  snippets,
  scenarios,
  warmups,
  competencies,
  readings,
  drafts,
  unproven,
}: RawBank): string[] {
  const asked = <Item extends { public: boolean }>(items: readonly Item[]) =>
    items.filter((item) => !item.public)
  const line = (name: string, items: readonly { public: boolean }[]) =>
    `${name}: ${asked(items).length} asked in sessions, ${items.length - asked(items).length} public`
  return [
    line('Snippets', snippets),
    line('Scenarios', scenarios),
    ...packs.map(({ id, name }) => {
      const of = (items: readonly { public: boolean; pack: string }[]) =>
        asked(items).filter(({ pack }) => pack === id)
      return `  ${name}: ${of(snippets).length} snippets, ${of(scenarios).length} scenarios`
    }),
    line('Warm-ups', warmups),
    `Competencies: ${competencies.length}`,
    `Readings: ${readings.length}`,
    ...(drafts.length > 0 ? [`Drafts, left out: ${drafts.join(', ')}`] : []),
    ...(unproven.length > 0 ? [`Not proven, left out: ${unproven.map(({ id }) => id).join(', ')}`] : []),
  ]
}
