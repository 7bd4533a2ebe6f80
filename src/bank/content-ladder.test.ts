import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Bank, BankScenario, BankSnippet, BankWarmup } from '../domain/catalog/bank.ts'
import { corpusOf } from '../domain/grading/corpus-of.ts'
import { createFinder } from '../domain/grading/create-finder.ts'
import type { Match } from '../domain/grading/finder.ts'
import { ON_TOPIC } from '../domain/grading/score-relevance.ts'
import { bandOf, sharePoints } from '../domain/grading/score-points.ts'
import { pointsAskedFor } from '../domain/grading/points-asked-for.ts'
import { topicOf } from '../domain/grading/topic-of.ts'
import type { Question } from '../domain/interview/question.ts'
import { scenarioQuestion } from '../domain/interview/scenario-question.ts'
import { snippetQuestion } from '../domain/interview/snippet-question.ts'
import { warmupQuestion } from '../domain/interview/warmup-question.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const finder = createFinder({ corpus: corpusOf(bank), concepts: bank.concepts })

interface Item {
  item: BankSnippet | BankScenario | BankWarmup
  question: Question
}

const items: Item[] = [
  ...bank.snippets.map((item) => ({ item, question: snippetQuestion(item) })),
  ...bank.scenarios.map((item) => ({ item, question: scenarioQuestion(item) })),
  ...bank.warmups.map((item) => ({ item, question: warmupQuestion(item) })),
]
const named = items.map((entry) => [entry.question.id, entry] as const)
const levels = ['2', '3', '4'] as const
type Level = (typeof levels)[number]

const openerOf = (question: Question) => question.asks.find(({ id }) => id === 'opener')?.text ?? ''
const openerPoints = (question: Question) => question.points.filter(({ askId }) => askId === 'opener')

function hear(question: Question, text: string): Map<string, Match> {
  const matches = finder.find({ text, asked: openerOf(question), points: question.points })
  return new Map(matches.map((match) => [match.pointId, match]))
}

function shareOf(question: Question, text: string): number {
  const heard = hear(question, text)
  return sharePoints(
    openerPoints(question).map(({ id, weight }) => {
      const match = heard.get(id)
      return { weight, heard: match && { degree: match.degree, hintTier: 0 } }
    }),
  )
}

/** What an answer is expected to earn of a point: 1, one half or 0. */
function expectedCredit({ item }: Item, level: Level, pointId: string): number {
  const { full, partly } = item.answerPoints[level]
  if (full.includes(pointId)) return 1
  return partly.includes(pointId) ? 0.5 : 0
}

const mean = (numbers: readonly number[]) => numbers.reduce((sum, number) => sum + number, 0) / numbers.length

describe('the finder on the content', () => {
  test.each(named)('grades the answers to %s in their order, the best at 4', (_, { item, question }) => {
    const [two, three, four] = levels.map((level) => shareOf(question, item.answers[level]))
    expect(two).toBeLessThan(three ?? 0)
    expect(three).toBeLessThan(four ?? 0)
    expect(bandOf(four ?? 0)).toBe(4)
    expect(bandOf(two ?? 1)).toBeLessThanOrEqual(2)
  })

  test('agrees with what the answers are expected to earn', async ({ annotate }) => {
    const judged = items.flatMap((entry) =>
      levels.flatMap((level) => {
        const heard = hear(entry.question, entry.item.answers[level])
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

  test('gives next to nothing for an answer to another question', async ({ annotate }) => {
    const asked = items.filter(({ question }) => question.kind !== 'background')
    const shares = asked.flatMap(({ question }) =>
      asked.flatMap((other) =>
        other.question.id === question.id ? [] : shareOf(question, other.item.answers['3']),
      ),
    )
    await annotate(`mean ${mean(shares).toFixed(3)}, most ${Math.max(...shares).toFixed(2)}`)
    expect(mean(shares)).toBeLessThan(0.1)
    expect(shares.filter((share) => bandOf(share) > 1).length / shares.length).toBeLessThan(0.03)
  })

  test.each(named)('knows an answer to %s from its question said back', (_, { item, question }) => {
    const topic = topicOf(question)
    const relevance = (text: string) => finder.relevance({ text, asked: openerOf(question), topic })
    for (const level of levels) expect(relevance(item.answers[level])).toBeGreaterThan(2 * ON_TOPIC)
    expect(relevance(openerOf(question))).toBeLessThan(ON_TOPIC)
    expect(hear(question, openerOf(question))).toEqual(new Map())
    for (const { text } of question.asks) {
      expect(finder.find({ text, asked: text, points: question.points })).toEqual([])
    }
  })
})
