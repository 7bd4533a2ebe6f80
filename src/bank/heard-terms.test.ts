import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Bank } from '../domain/catalog/bank.ts'
import { checkQuote } from '../domain/grading/check-quote.ts'
import { createBankFinder } from '../domain/grading/create-bank-finder.ts'
import { findInSaid } from '../domain/grading/find-in-said.ts'
import { keepBest } from '../domain/grading/keep-best.ts'
import { splitTokens } from '../domain/grading/split-tokens.ts'
import { toEvidence } from '../domain/grading/to-evidence.ts'
import type { Question } from '../domain/interview/question.ts'
import type { JdProfile } from '../domain/jd/jd-profile.ts'
import { readJd } from '../domain/jd/read-jd.ts'
import { findTerms } from '../domain/speech/find-terms.ts'
import type { HeardTerm } from '../domain/speech/heard-term.ts'
import { putInTerms } from '../domain/speech/put-in-terms.ts'
import { vocabularyOf } from '../domain/speech/vocabulary-of.ts'
import { LEVELS, ladderItems } from './ladder/ladder-item.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const finder = createBankFinder(bank)
const items = ladderItems(bank)
const questions = new Map(items.map(({ question }) => [question.id, question]))

const Spoken = z.object({ voice: z.string(), said: z.string(), heard: z.string() })

/**
 * What Moonshine base wrote of sentences that four flite voices spoke: sentences of the bank's answers in which a term of
 * their question was lost, and sentences about one's own work in which the name of something was. None was left out.
 */
function readHeard<S extends z.ZodRawShape>(file: string, shape: S) {
  const lines = readFileSync(new URL(`heard/${file}`, import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return lines.map((line) => Spoken.extend(shape).parse(JSON.parse(line)))
}

const answers = readHeard('answers.jsonl', { question: z.string() }).flatMap((row) => {
  const question = questions.get(row.question)
  return question ? [{ ...row, question }] : []
})
const names = readHeard('names.jsonl', { name: z.string() })

const stemsOf = (text: string) => splitTokens(text).map(({ stem }) => stem)
const phraseOf = (text: string) => ` ${stemsOf(text).join(' ')} `
const countOf = (stems: readonly string[], stem: string) => stems.filter((other) => other === stem).length
const isSure = ({ sure }: HeardTerm) => sure

/** How many of the question's one-word terms that were said are in a text. */
function recall(question: Question, said: string, text: string): { said: number; there: number } {
  const own = vocabularyOf(question, undefined, bank).terms.flatMap(({ stems }) =>
    stems.length === 1 ? stems : [],
  )
  const [spoken, written] = [stemsOf(said), stemsOf(text)]
  const terms = [...new Set(own)].filter((stem) => spoken.includes(stem))
  const sum = (count: (stem: string) => number) => terms.reduce((total, stem) => total + count(stem), 0)
  return {
    said: sum((stem) => countOf(spoken, stem)),
    there: sum((stem) => Math.min(countOf(spoken, stem), countOf(written, stem))),
  }
}

describe('terms that Moonshine misheard', () => {
  test('are found in answers, and hardly any others', async ({ annotate }) => {
    const total = { said: 0, heard: 0, sure: 0, all: 0, wrong: 0, words: 0 }
    for (const { question, said, heard } of answers) {
      const terms = findTerms(heard, vocabularyOf(question, undefined, bank))
      const before = recall(question, said, heard)
      total.said += before.said
      total.heard += before.there
      total.sure += recall(question, said, putInTerms(heard, terms.filter(isSure)).text).there
      total.all += recall(question, said, putInTerms(heard, terms).text).there
      total.wrong += terms.filter(({ term }) =>
        stemsOf(term).some((stem) => !stemsOf(said).includes(stem)),
      ).length
      total.words += stemsOf(heard).length
    }
    const share = (count: number) => (count / total.said).toFixed(2)
    await annotate(
      `${total.said} terms in ${answers.length} sentences: ${share(total.heard)} heard, ${share(total.sure)} with what is sure, ` +
        `${share(total.all)} with what is near; ${total.wrong} wrong ones in ${total.words} words`,
    )
    expect(total.said).toBeGreaterThan(150)
    expect(total.sure - total.heard).toBeGreaterThan(0.2 * (total.said - total.heard))
    expect(total.all).toBeGreaterThan(total.sure)
    expect(total.wrong / total.words).toBeLessThan(0.01)
  })

  test('are found where the job description names them', async ({ annotate }) => {
    const [warmup] = items.filter(({ question }) => question.kind === 'background')
    if (!warmup) throw new Error('the content has no warm-up')
    const all = [...new Set(names.map(({ name }) => name))]
    const found = names.filter(({ name, heard }, index) => {
      const asked = [name, ...all.filter((_, at) => at % 8 === index % 8)]
      const terms = findTerms(heard, vocabularyOf(warmup.question, profileOf(asked), bank))
      return terms.some(({ term }) => {
        return phraseOf(name).includes(phraseOf(term)) || phraseOf(term).includes(phraseOf(name))
      })
    })
    await annotate(`${found.length} of ${names.length} names that were lost`)
    expect(found.length).toBeGreaterThan(0.3 * names.length)
  })
})

/** A profile that names these, as it is read from a posting. */
function profileOf(asked: readonly string[]): JdProfile {
  let text = ''
  const competencies = asked.map((name) => {
    const start = text.length
    text += `${name}, `
    return { id: 'some', ground: name, start, end: start + name.length, mentions: 1, emphasis: 0.1 }
  })
  return { ...readJd('Senior engineer', bank), text, competencies }
}

describe('answers that are right as they are', () => {
  test.each([
    ['their own question', 0],
    ['another question', 17],
  ])('are hardly changed by the vocabulary of %s', { timeout: 120_000 }, (_, shift) => {
    const words = { sure: 0, near: 0, all: 0 }
    for (const [index, { answers: own }] of items.entries()) {
      const question = items[(index + shift) % items.length]?.question ?? neverThere()
      for (const level of LEVELS) {
        words.all += stemsOf(own[level]).length
        for (const { from, to, sure } of findTerms(own[level], vocabularyOf(question, undefined, bank)))
          words[sure ? 'sure' : 'near'] += stemsOf(own[level].slice(from, to)).length
      }
    }
    expect(words.sure / words.all).toBeLessThan(0.001)
    expect((words.sure + words.near) / words.all).toBeLessThan(0.003)
  })

  test('keep what the finder hears in them', { timeout: 120_000 }, () => {
    for (const { question, answers: own } of items) {
      const text = own['4']
      const asked = question.asks[0]?.text ?? ''
      const terms = findTerms(text, vocabularyOf(question, undefined, bank))
      const input = { asked, points: question.points }
      const before = finder.find({ ...input, text })
      const after = new Map(
        keepBest(findInSaid(finder, { text, unsure: [], terms }, input)).map((match) => [
          match.pointId,
          match.degree,
        ]),
      )
      for (const { pointId, degree } of before) {
        expect(['full', degree]).toContain(after.get(pointId))
      }
    }
  })
})

function neverThere(): never {
  throw new Error('there is no such question')
}

describe('receipts for misheard words', () => {
  test('quote what was heard, whatever was misheard and meant', { timeout: 120_000 }, () => {
    const places = fc.array(fc.tuple(fc.nat(1_000), fc.nat(30)), { maxLength: 4 })
    const anyTerm = fc.constantFrom('idempotent', 'cache invalidation', 'GraphQL', 'fencing token')
    const span = fc.record({ from: fc.nat(400), length: fc.nat(25), term: anyTerm, sure: fc.boolean() })
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.array(span, { maxLength: 5 }),
        places,
        (row, spans, unsureAt) => {
          const own = findTerms(row.heard, vocabularyOf(row.question, undefined, bank))
          const terms = [...own, ...spans.map(({ length, ...rest }) => ({ ...rest, to: rest.from + length }))]
          const unsure = unsureAt.map(([from, length]): [number, number] => [from, from + length])
          const said = { text: row.heard, unsure, terms }
          const asked = row.question.asks[0]?.text ?? ''
          for (const match of findInSaid(finder, said, { asked, points: row.question.points })) {
            const quote = row.heard.slice(match.from, match.to)
            expect(checkQuote(row.heard, quote)).toBe(true)
            const entry = {
              turnId: 't1',
              seq: 1,
              speaker: 'candidate' as const,
              startMs: 0,
              endMs: 9_000,
              section: 'B' as const,
            }
            const evidence = toEvidence({ ...entry, ...said }, match, { point: 'a point', polarity: 'for' })
            expect(row.heard).toContain(evidence?.quote)
          }
        },
      ),
      { numRuns: 60 },
    )
  })

  test('are there for points that only the term says', () => {
    const question = questions.get('order-webhook') ?? neverThere()
    const heard = 'The append is not I dame potent, so the same hook pays twice in parallel.'
    const terms = findTerms(heard, vocabularyOf(question, undefined, bank))
    expect(terms).toMatchObject([{ term: 'idempotent', sure: true }])
    const find = (own: HeardTerm[]) =>
      findInSaid(finder, { text: heard, unsure: [], terms: own }, { asked: '', points: question.points })
    const strengthOf = (own: HeardTerm[]) => Math.max(0, ...find(own).map(({ strength }) => strength))
    expect(strengthOf(terms)).toBeGreaterThanOrEqual(strengthOf([]))
    for (const { from, to } of find(terms)) expect(heard.slice(from, to)).not.toContain('idempotent')
  })
})
