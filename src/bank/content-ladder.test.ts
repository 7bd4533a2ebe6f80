import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Bank } from '../domain/catalog/bank.ts'
import { createBankFinder } from '../domain/grading/create-bank-finder.ts'
import type { Match } from '../domain/grading/finder.ts'
import { ON_TOPIC } from '../domain/grading/score-relevance.ts'
import { bandOf } from '../domain/grading/score-points.ts'
import { pointsAskedFor } from '../domain/grading/points-asked-for.ts'
import { topicOf } from '../domain/grading/topic-of.ts'
import type { Question } from '../domain/interview/question.ts'
import { climb } from './ladder/climb.ts'
import type { AnswerLevel } from './ladder/ladder-item.ts'
import { LEVELS, ladderItems } from './ladder/ladder-item.ts'
import { ladderRates } from './ladder/ladder-rates.ts'
import { SEALED_ANSWERS } from './ladder/sealed-answers.ts'
import { shareOf } from './ladder/share-of.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const finder = createBankFinder(bank)
const entries = new Map([...bank.snippets, ...bank.scenarios, ...bank.warmups].map((item) => [item.id, item]))
const items = ladderItems(bank).flatMap((ladder) => {
  const item = entries.get(ladder.question.id)
  return item ? [{ ...ladder, item }] : []
})
type Item = (typeof items)[number]
const named = items.map((entry) => [entry.question.id, entry] as const)
const openOnes = named.filter(([id]) => !SEALED_ANSWERS.has(id))
const sealedOnes = items.filter(({ question }) => SEALED_ANSWERS.has(question.id))

const openerOf = (question: Question) => question.asks.find(({ id }) => id === 'opener')?.text ?? ''
const openerPoints = (question: Question) => question.points.filter(({ askId }) => askId === 'opener')

function hear(question: Question, text: string): Map<string, Match> {
  const matches = finder.find({ text, asked: openerOf(question), points: question.points })
  return new Map(matches.map((match) => [match.pointId, match]))
}

/** What an answer is expected to earn of a point: 1, one half or 0. */
function expectedCredit({ item }: Item, level: AnswerLevel, pointId: string): number {
  const { full, partly } = item.answerPoints[level]
  if (full.includes(pointId)) return 1
  return partly.includes(pointId) ? 0.5 : 0
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

test('every finished snippet is proven as it stands', () => {
  expect(raw.unproven.map(({ id }) => `${id}: run npm run content:check`)).toEqual([])
})

describe('the finder on the content', () => {
  test.each(openOnes)('grades the answers to %s in their order, the best at 4', (_, ladder) => {
    const [written, ...others] = climb(finder, ladder)
    expect(written).toMatchObject({ ordered: true, bestIsFour: true, worstIsLow: true })
    expect(others.filter(({ upsideDown }) => upsideDown)).toEqual([])
  })

  test('keeps the order when the answers are spoken loosely or padded, and of sealed answers', async ({
    annotate,
  }) => {
    for (const [name, group, least] of [
      ['open', openOnes.map(([, ladder]) => ladder), 0.9],
      ['sealed', sealedOnes, 0.5],
    ] as const) {
      const rates = ladderRates(group.flatMap((ladder) => climb(finder, ladder)))
      for (const { manner, questions, ordered, upsideDown, bestIsFour } of rates) {
        await annotate(`${name}, ${manner}: ${ordered} of ${questions} in order, ${bestIsFour} best at 4`)
        expect(upsideDown).toBe(0)
        expect(ordered).toBeGreaterThanOrEqual(least * questions)
      }
    }
  })

  test('agrees with what the answers are expected to earn', async ({ annotate }) => {
    const judged = items.flatMap((entry) =>
      LEVELS.flatMap((level) => {
        const heard = hear(entry.question, entry.answers[level])
        return openerPoints(entry.question).map(({ id }) => {
          const degree = heard.get(id)?.degree
          const got = degree === 'full' ? 1 : degree === 'partly' ? 0.5 : 0
          return { got, want: expectedCredit(entry, level, id) }
        })
      }),
    )
    const same = mean(judged.map(({ got, want }) => (got === want ? 1 : 0)))
    const opposite = mean(judged.map(({ got, want }) => (Math.abs(got - want) === 1 ? 1 : 0)))
    await annotate(`${judged.length} points: ${same.toFixed(2)} the same, ${opposite.toFixed(2)} opposite`)
    expect(same).toBeGreaterThan(0.7)
    expect(opposite).toBeLessThan(0.05)
  })

  test('hears what the best answers to probes say', async ({ annotate }) => {
    const probes = items.flatMap(({ item, question }) =>
      item.probes.map(({ id, ask, best }) => {
        const points = question.points.filter(({ askId }) => askId === `probe-${id}`)
        return {
          heard: finder.find({
            text: best,
            asked: ask,
            points,
            askedFor: pointsAskedFor(question, `probe-${id}`),
          }).length,
          points: points.length,
        }
      }),
    )
    const heard = probes.reduce((sum, probe) => sum + probe.heard, 0)
    const points = probes.reduce((sum, probe) => sum + probe.points, 0)
    await annotate(`${heard} of ${points} points`)
    expect(heard / points).toBeGreaterThan(0.85)
  })

  test('never gives an answer to another question a 2', { timeout: 120_000 }, async ({ annotate }) => {
    const asked = items.filter(({ question }) => question.kind !== 'background')
    const shares = asked.flatMap(({ question: { id: other }, answers }) =>
      LEVELS.flatMap((level) =>
        asked
          .filter(({ question }) => question.id !== other)
          .map(({ question }) => ({
            pair: `${question.id} <- ${other} ${level}`,
            share: shareOf(finder, question, answers[level]),
          })),
      ),
    )
    await annotate(`${shares.length} pairs, mean ${mean(shares.map(({ share }) => share)).toFixed(3)}`)
    expect(shares.filter(({ share }) => bandOf(share) > 1)).toEqual([])
  })

  test.each(named)('knows an answer to %s from its question said back', (_, { item, question }) => {
    const topic = topicOf(question)
    const relevance = (text: string) => finder.relevance({ text, asked: openerOf(question), topic })
    for (const level of LEVELS) expect(relevance(item.answers[level])).toBeGreaterThan(2 * ON_TOPIC)
    expect(relevance(openerOf(question))).toBeLessThan(ON_TOPIC)
    expect(hear(question, openerOf(question))).toEqual(new Map())
    for (const { text } of question.asks) {
      expect(finder.find({ text, asked: text, points: question.points })).toEqual([])
    }
  })
})
