import type { Bank } from '../catalog/bank.ts'
import { findQuestion } from '../interview/find-question.ts'
import type { NewEvent } from '../interview/event.ts'
import { fold } from '../interview/fold.ts'
import { initialState } from '../interview/initial-state.ts'
import type { Plan } from '../interview/plan.ts'
import type { SectionId } from '../interview/question.ts'
import type { SessionState } from '../interview/state.ts'
import type { HeardTerm } from '../speech/heard-term.ts'

/** What is said to one ask; a hint comes before the answer. */
export interface Exchange {
  questionId: string
  askId: string
  say: string
  unsure?: [number, number][]
  terms?: HeardTerm[]
  hint?: { issueId: string; tier: number }
}

const sectionOf = (bank: Bank, id: string): SectionId => {
  if (bank.warmups.some((item) => item.id === id)) return 'A'
  if (bank.snippets.some((item) => item.id === id)) return 'B'
  return 'C'
}

/** A plan for tests over the questions given. */
export function examplePlan(bank: Bank, questionIds: readonly string[]): Plan {
  const section = (id: SectionId) => ({
    questionIds: questionIds.filter((question) => sectionOf(bank, question) === id),
    reserveIds: [],
    budgetMs: 600_000,
    turns: 11,
  })
  return {
    seed: 7,
    level: 'senior',
    track: { id: 'web-fullstack', confidence: 'high' },
    competencies: questionIds.map((id) => ({ id, name: id, ground: `asks for ${id}`, questionIds: [id] })),
    slots: {},
    focus: [],
    extraTime: false,
    sections: { A: section('A'), B: section('B'), C: section('C'), D: section('D') },
  }
}

/** The state of a session in which these exchanges took place, folded from its events; a turn takes a minute. */
export function exampleSession(bank: Bank, exchanges: readonly Exchange[]): SessionState {
  const plan = examplePlan(bank, [...new Set(exchanges.map(({ questionId }) => questionId))])
  const events: NewEvent[] = [
    { kind: 'plan-made', plan },
    { kind: 'started', turnId: 'open' },
    ...exchanges.flatMap((exchange, index) => eventsOf(bank, plan, exchange, index)),
  ]
  return events.reduce((state, event, index) => {
    return fold(state, { ...event, id: `e${index}`, seq: index + 1, at: index * 1000 })
  }, initialState())
}

function eventsOf(bank: Bank, plan: Plan, exchange: Exchange, index: number): NewEvent[] {
  const { questionId, askId, say, unsure, terms, hint } = exchange
  const question = findQuestion(bank, plan, questionId)
  const ask = question.asks.find(({ id }) => id === askId)
  const snippet = bank.snippets.find(({ id }) => id === questionId)
  const hintText = snippet?.issues.find(({ id }) => id === hint?.issueId)?.hints[(hint?.tier ?? 1) - 1]
  return [
    { kind: 'section-entered', section: sectionOf(bank, questionId) },
    ...(snippet ? [{ kind: 'snippet-shown' as const, snippetId: snippet.id }] : []),
    {
      kind: 'agent-said',
      text: ask?.text ?? '',
      by: 'planned',
      act: 'ask',
      questionId,
      askId,
      dimensions: ask?.dimensions ?? [],
    },
    ...(hint ? [{ kind: 'hint-given' as const, questionId, ...hint }] : []),
    ...(hintText
      ? [{ kind: 'agent-said' as const, text: hintText, by: 'planned' as const, act: 'reply' as const }]
      : []),
    {
      kind: 'candidate-said',
      turnId: `t${index + 1}`,
      text: say,
      startMs: index * 60_000,
      endMs: index * 60_000 + 50_000,
      source: 'voice',
      unsure: unsure ?? [],
      ...(terms ? { terms } : {}),
    },
  ]
}
