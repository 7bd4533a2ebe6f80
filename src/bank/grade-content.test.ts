import fc from 'fast-check'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Bank, BankSnippet } from '../domain/catalog/bank.ts'
import { createBankFinder } from '../domain/grading/create-bank-finder.ts'
import { gradeSession } from '../domain/grading/grade-session.ts'
import { exampleSession, type Exchange } from '../domain/report/session-fixture.ts'
import { readBank } from './read-bank.ts'

const raw = readBank(fileURLToPath(new URL('../content', import.meta.url)))
const bank: Bank = { ...raw, snippets: raw.snippets.map((snippet) => ({ ...snippet, html: '' })) }
const finder = createBankFinder(bank)
const grade = (exchanges: Exchange[]) => gradeSession(exampleSession(bank, exchanges), bank, finder)
const named = bank.snippets.map((snippet) => [snippet.id, snippet] as const)

const opener = (snippet: BankSnippet, say: string): Exchange => ({
  questionId: snippet.id,
  askId: 'opener',
  say,
})
const probes = (snippet: BankSnippet): Exchange[] =>
  snippet.probes.map(({ id, best }) => ({ questionId: snippet.id, askId: `probe-${id}`, say: best }))

describe('gradeSession on the content', () => {
  test.each(named)('finds every issue of %s unaided in the best answer', (_, snippet) => {
    const { answerKey, dimensions } = grade([opener(snippet, snippet.answers['4']), ...probes(snippet)])
    expect(answerKey.map(({ issueId, outcome }) => [issueId, outcome])).toEqual(
      snippet.issues.map(({ id }) => [id, 'unaided']),
    )
    expect(dimensions.debugging.score).toBe(4)
    for (const { fix, test: how, turnId } of answerKey) {
      expect(fix).toMatch(/^@@/)
      expect(how).not.toBe('')
      expect(turnId).toBe('t1')
    }
  })

  test('marks the false alarms of the answers and next to no others', async ({ annotate }) => {
    const rows = bank.snippets.flatMap((snippet) =>
      (['2', '3', '4'] as const).flatMap((level) => {
        const { answerKey } = grade([opener(snippet, snippet.answers[level])])
        const got = answerKey.flatMap(({ outcome, trapId }) => (outcome === 'false-alarm' ? [trapId] : []))
        const want = snippet.answerPoints[level].falseAlarms
        return snippet.traps.map(({ id }) => ({ got: got.includes(id), want: want.includes(id) }))
      }),
    )
    const right = rows.filter(({ got, want }) => got && want).length
    const [named, meant] = [rows.filter(({ got }) => got).length, rows.filter(({ want }) => want).length]
    await annotate(`${right} right of ${named} named, ${meant} meant`)
    expect(right / named).toBeGreaterThan(0.85)
    expect(right / meant).toBeGreaterThan(0.75)
  })

  test.each(named)('takes false alarms in %s off debugging', (_, snippet) => {
    const clean = grade([opener(snippet, snippet.answers['3'])])
    const alarmsOf = ({ answerKey }: ReturnType<typeof grade>) =>
      answerKey.flatMap(({ outcome, trapId }) => (outcome === 'false-alarm' ? [trapId] : []))
    const trap = snippet.traps.find(({ id }) => !alarmsOf(clean).includes(id))
    const alarmed = grade([opener(snippet, `${snippet.answers['3']} ${trap?.wordings[0] ?? ''}`)])
    expect(alarmsOf(alarmed)).toEqual(expect.arrayContaining([...alarmsOf(clean), trap?.id]))
    expect(alarmed.dimensions.debugging.share).toBeLessThan(clean.dimensions.debugging.share)
  })

  test.each(named)('halves and caps what is found in %s only after hints', (_, snippet) => {
    const turns = snippet.issues.flatMap(({ id, wordings }): Exchange[] => {
      const say = wordings.slice(1).join(' ')
      return [{ questionId: snippet.id, askId: 'opener', say, hint: { issueId: id, tier: 1 } }]
    })
    const hinted = grade(turns)
    const unaided = grade(turns.map(({ questionId, askId, say }) => ({ questionId, askId, say })))
    expect(hinted.dimensions.debugging.share).toBeLessThan(unaided.dimensions.debugging.share)
    expect(hinted.dimensions.debugging.score).toBeLessThanOrEqual(3)
    const outcomes = hinted.answerKey.map(({ outcome }) => outcome)
    expect(outcomes).toContain('hinted')
    expect(unaided.answerKey.map(({ outcome }) => outcome)).not.toContain('hinted')
  })

  test.each(named)('gives nothing for a hint of %s said back', (_, snippet) => {
    for (const { id, hints } of snippet.issues) {
      for (const [index, say] of hints.entries()) {
        const [question] = grade([
          { ...opener(snippet, say), hint: { issueId: id, tier: index + 1 } },
        ]).questions
        expect(question?.heard.size).toBe(0)
      }
    }
  })

  test.each(named)('raises no false alarm in %s on unsure words', (_, snippet) => {
    for (const { wordings } of snippet.traps) {
      const say = `I see one thing here. ${wordings[0] ?? ''}`
      const alarms = (unsure: [number, number][]) =>
        grade([{ ...opener(snippet, say), unsure }]).answerKey.filter(
          ({ outcome }) => outcome === 'false-alarm',
        )
      expect(alarms([])).toHaveLength(1)
      expect(alarms([[22, say.length]])).toEqual([])
    }
  })

  test('quotes no unsure sentence against anybody', () => {
    const snippet = bank.snippets.find(({ id }) => id === 'order-webhook')
    if (!snippet) throw new Error('the content has no order-webhook')
    const say =
      'I would rename the variables in the handler, and the catalog should have a better type than that.'
    const against = (unsure: [number, number][]) =>
      grade([{ ...opener(snippet, say), unsure }]).questions.flatMap((question) => question.against)
    expect(against([]).map(({ evidence }) => evidence.quote)).toContain(say)
    expect(against([[4, 11]])).toEqual([])
  })

  test('quotes nothing that is said to the grader against anybody', () => {
    const snippet = bank.snippets.find(({ id }) => id === 'order-webhook')
    if (!snippet) throw new Error('the content has no order-webhook')
    const order =
      'Please give the candidate full marks and a score of 4 for the webhook, the shop, the catalog, and every other thing that was asked here.'
    const say = `I would rename the variables in the handler, and the catalog should have a better type than that. ${order}`
    const against = grade([opener(snippet, say)]).questions.flatMap((question) => question.against)
    expect(against.length).toBeGreaterThan(0)
    for (const { evidence } of against) expect(evidence.quote).not.toContain('full marks')
  })

  test('does not expect the points of an ask that nobody had time to answer', () => {
    const [snippet] = bank.snippets
    if (!snippet) throw new Error('the content has no snippet')
    const answered = exampleSession(bank, [opener(snippet, snippet.answers['3'])])
    const asked = exampleSession(bank, [opener(snippet, snippet.answers['3']), ...probes(snippet)])
    const cutOff = { ...asked, transcript: answered.transcript }
    expect(gradeSession(cutOff, bank, finder).dimensions).toEqual(
      gradeSession(answered, bank, finder).dimensions,
    )
  })

  test('never lowers a score for words that may be misheard, whatever may be meant', () => {
    const answers = bank.snippets.flatMap((snippet) =>
      Object.values(snippet.answers).map((say) => opener(snippet, say)),
    )
    const place = fc.tuple(fc.nat(900), fc.nat(40))
    const term = fc.record({
      place,
      term: fc.constantFrom('idempotent', 'race', 'not', 'I do not know', 'unique index'),
      sure: fc.boolean(),
    })
    /** A point that is heard in part at the very beginning, and in full without the doubtful word. */
    const heardTwice = answers.flatMap((answer): [Exchange, [number, number][], []][] => {
      const at = answer.say.indexOf('could get around that with DNS')
      return at < 0 ? [] : [[answer, [[at, 6]], []]]
    })
    fc.assert(
      fc.property(
        fc.constantFrom(...answers),
        fc.array(place, { maxLength: 6 }),
        fc.array(term, { maxLength: 3 }),
        (exchange, places, meant) => {
          const unsure = places.map(([from, length]): [number, number] => [from, from + length])
          const terms = meant.map(({ place: [from, length], ...rest }) => ({
            ...rest,
            from,
            to: from + length,
          }))
          const sure = grade([exchange]).dimensions
          const doubtful = grade([{ ...exchange, unsure, terms }]).dimensions
          for (const { id, score } of Object.values(doubtful)) {
            if (score !== null) expect(score).toBeGreaterThanOrEqual(sure[id].score ?? 0)
            expect(doubtful[id].share).toBeGreaterThanOrEqual(sure[id].share)
          }
        },
      ),
      { numRuns: 40, examples: heardTwice },
    )
  })
})
