import type { Issue } from '../../catalog/snippet.ts'
import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'

/** Where hints belong to coaching mode only, or there is no planted issue: a way to begin, not an answer. */
const waysIn: Record<Question['kind'], string> = {
  code: 'Follow one request from the first line to the last, and ask at each line what could go wrong.',
  background: 'Begin with what it was for and who used it, then how big it was, then your own part.',
  scenario: 'Think of who uses it, what fails first, and how you would find out.',
  fallback: 'Think of one real case, and tell it in the order in which it happened.',
  'wrap-up': 'Think of the question you were least sure of.',
}

const severityOrder = ['critical', 'high', 'medium', 'low'] as const

/**
 * Gives the next hint: the next tier of the issue already hinted at, else the first tier of the gravest
 * issue not heard yet. At the senior bar, and for questions without planted issues, a way to think and no hint.
 */
export function giveHint(draft: Draft, question: Question): Draft {
  if (draft.plan.level !== 'mid')
    return reply(draft, `Hints belong to coaching mode. ${waysIn[question.kind]}`)
  const snippet = draft.sources.bank.snippets.find(({ id }) => id === question.id)
  if (!snippet) return reply(draft, waysIn[question.kind])
  const state = questionState(draft.state, question.id)
  const heardIssues = new Set(
    question.points.filter(({ id }) => Object.hasOwn(state.heard, id)).map((p) => p.issueId),
  )
  const askedFor = new Set(question.points.map(({ issueId }) => issueId))
  const tierOf = (issue: Issue) => (Object.hasOwn(state.hints, issue.id) ? (state.hints[issue.id] ?? 0) : 0)
  const open = snippet.issues
    .filter(({ id }) => askedFor.has(id) && !heardIssues.has(id))
    .filter((issue) => tierOf(issue) < issue.hints.length)
    .sort(
      (a, b) =>
        tierOf(b) - tierOf(a) || severityOrder.indexOf(a.severity) - severityOrder.indexOf(b.severity),
    )
  const [issue] = open
  if (!issue) return reply(draft, 'I have no further hint for this one. Go on with what you have.')
  const tier = tierOf(issue) + 1
  const given = emit(draft, { kind: 'hint-given', questionId: question.id, issueId: issue.id, tier })
  return reply(given, issue.hints[tier - 1] ?? '')
}
