import type { SectionId } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { SessionState } from '../state.ts'
import { askOpener } from './ask-opener.ts'
import { coverageGap } from './coverage-gap.ts'
import type { Draft } from './draft.ts'
import { emit, questionOf, reply } from './draft.ts'
import { enterSection } from './enter-section.ts'
import { nextAsk } from './next-ask.ts'
import { putAsk } from './put-ask.ts'
import { recap } from './recap.ts'

/** Goes on after an answer, a skip or a silence: follow-up, next question, or next section. */
export function moveOn(draft: Draft): Draft {
  const section = draft.state.section ?? 'A'
  const over = isOver(draft, section)
  const ask = over ? undefined : nextAskHere(draft)
  if (ask) return putAsk(draft, ask.question, ask.ask, ask.text)
  const closed = closeCurrent(draft, over)
  const nextId = over ? undefined : nextQuestionId(closed.draft, section)
  if (nextId) return askOpener(closed.recap ? reply(closed.draft, closed.recap) : closed.draft, nextId)
  return leaveSection(closed.draft, section, closed.recap)
}

/** A section is over when its time or its turns are used up, whichever comes first. */
function isOver({ plan, state }: Draft, section: SectionId): boolean {
  const { budgetMs, turns } = plan.sections[section]
  return state.clockMs - state.sectionStartMs >= budgetMs || state.sectionTurns >= turns
}

function nextAskHere(draft: Draft) {
  const { current } = draft.state
  if (!current || questionState(draft.state, current.questionId).closed) return undefined
  return nextAsk(draft, questionOf(draft, current.questionId))
}

function closeCurrent(draft: Draft, over: boolean): { draft: Draft; recap: string } {
  const { current } = draft.state
  if (!current || questionState(draft.state, current.questionId).closed) return { draft, recap: '' }
  const question = questionOf(draft, current.questionId)
  const reason = over ? 'time' : 'done'
  return {
    draft: emit(draft, { kind: 'question-closed', questionId: question.id, reason }),
    recap: recap(draft.state, question),
  }
}

function nextQuestionId({ plan, state }: Draft, section: SectionId): string | undefined {
  const { questionIds, reserveIds, turns } = plan.sections[section]
  const planned = questionIds.find((id) => !wasAsked(state, id))
  if (planned) return planned
  const silent = questionIds.some((id) => questionState(state, id).closed === 'silent')
  const roomForOneMore = !silent && turns - state.sectionTurns >= 3
  return roomForOneMore ? reserveIds.find((id) => !wasAsked(state, id)) : undefined
}

function wasAsked(state: SessionState, id: string): boolean {
  return questionState(state, id).asked.length > 0
}

/** Before the wrap-up, whatever dimension no question could show yet gets one, whatever the clock says. */
function leaveSection(draft: Draft, section: SectionId, recapLine: string): Draft {
  if (section !== 'C')
    return enterSection(draft, section === 'A' ? 'B' : section === 'B' ? 'C' : 'D', recapLine)
  const gap = coverageGap(draft.state)
  if (!gap) return enterSection(draft, 'D', recapLine)
  return askOpener(recapLine ? reply(draft, recapLine) : draft, `fallback-${gap}`)
}
