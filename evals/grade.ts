import { parseArgs } from 'node:util'
import { readBank } from '../src/bank/read-bank.ts'
import { speakLoosely } from '../src/bank/ladder/speak-loosely.ts'
import { checkQuote } from '../src/domain/grading/check-quote.ts'
import { createBankFinder } from '../src/domain/grading/create-bank-finder.ts'
import type { Finder } from '../src/domain/grading/finder.ts'
import { sharePoints } from '../src/domain/grading/score-points.ts'
import { kappa, pearson, rmse, signedError, withinQuestions, type Pair } from './figures.ts'
import { GradeRow } from './grade-row.ts'
import { pointsOfRow } from './points-of-row.ts'
import { readRows } from './read-rows.ts'

/** Prints the figures of `grade`, as one JSON object. */
export async function evalGrade(args: string[]): Promise<void> {
  console.log(JSON.stringify(await grade(args)))
}

/**
 * How the built-in finder and the scorer agree with people on graded answers, trivial rows left out.
 *
 * @param args the file, and `--spoken` to have the answers spoken loosely first
 */
export async function grade(args: string[]): Promise<object> {
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { spoken: { type: 'boolean', default: false } },
  })
  const [file] = positionals
  if (file === undefined) throw new Error('Name a file: npm run eval -- grade FILE.jsonl [--spoken]')
  const rows = readRows(file, GradeRow).filter(({ trivial }) => trivial !== true)
  const bank = readBank('src/content')
  const finder = createBankFinder({
    ...bank,
    snippets: bank.snippets.map((snippet) => ({ ...snippet, html: '' })),
  })
  const graded = rows.map((row) =>
    gradeRow(finder, values.spoken ? { ...row, answer: speakLoosely(row.answer) } : row),
  )
  const quotes = graded.flatMap(({ verbatim }) => verbatim)
  return {
    n: graded.length,
    r: round(pearson(graded)),
    rmse: round(rmse(graded)),
    qwk: round(kappa(graded)),
    withinR: round(withinQuestions(graded)),
    signed: round(signedError(graded)),
    verbatim: quotes.length === 0 ? 1 : round(quotes.filter(Boolean).length / quotes.length),
  }
}

function gradeRow(finder: Finder, row: GradeRow): Pair & { verbatim: boolean[] } {
  const points = pointsOfRow(row)
  const matches = finder.find({ text: row.answer, asked: row.question, points })
  const heard = new Map(matches.map((match) => [match.pointId, { ...match, hintTier: 0 }]))
  return {
    question: row.question,
    human: row.score,
    ours: sharePoints(points.map(({ id, weight }) => ({ weight, heard: heard.get(id) }))),
    verbatim: matches.map(({ from, to }) => checkQuote(row.answer, row.answer.slice(from, to))),
  }
}

function round(number: number): number {
  return Math.round(number * 1000) / 1000
}
