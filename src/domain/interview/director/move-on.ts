import type { Question, SectionId } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { SessionState } from '../state.ts'
import { askOpener } from './ask-opener.ts'
import { chooseWording } from './choose-wording.ts'
import { coverageGap } from './coverage-gap.ts'
import type { Draft } from './draft.ts'
import { emit, questionOf, reply } from './draft.ts'
import { enterSection } from './enter-section.ts'
import { isOver } from './is-over.ts'
import type { Cause } from './lead-in.ts'
import { joinWithin } from './join-within.ts'
import { leadIn } from './lead-in.ts'
import { nextAsk } from './next-ask.ts'
import { putAsk } from './put-ask.ts'
import { recap } from './recap.ts'
import { resume } from './resume.ts'
import { closeInterview } from './wrap-up.ts'

/** Goes on after an answer, a skip or a silence: follow-up, next question, or next section. */
export function moveOn(draft: Draft, cause: Cause): Draft {
  const section = draft.state.section ?? 'A'
  const over = isOver(draft)
  const ask = over ? undefined : nextAskHere(draft)
  if (ask) return putAsk(draft, ask.question, ask.ask, joinWithin(leadIn(draft, cause), ask.text))
  const closed = closeCurrent(draft, over)
  const summedUp = closed.recap ? reply(closed.draft, closed.recap) : closed.draft
  const resumed = over ? undefined : resume(summedUp)
  if (resumed) return resumed
  const before = closed.recap || (cause === 'answered' ? '' : leadIn(draft, cause))
  const nextId = over ? undefined : nextQuestionId(closed.draft, section)
  return nextId ? askNext(closed.draft, nextId, before) : leaveSection(closed.draft, section, before)
}

/** Another question of the same section, announced as such. */
function askNext(draft: Draft, questionId: string, before: string): Draft {
  const { kind } = questionOf(draft, questionId)
  const words = [before, chooseWording(announcements[kind], draft.plan.seed, questionId)]
    .filter(Boolean)
    .join(' ')
  return askOpener(reply(draft, words), questionId)
}

const announcements: Record<Question['kind'], string[]> = {
  background: ['Another question on your background.'],
  code: ['Here is another piece of code.', 'Now another piece of code.'],
  scenario: ['Here is another design question.', 'Now another one to design.'],
  fallback: ['One more question before we wrap up.'],
  'wrap-up': [''],
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
    recap: recap(draft.state, question, draft.plan.seed),
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
  if (draft.plan.practice) return closeInterview(recapLine ? reply(draft, recapLine) : draft)
  if (section !== 'C')
    return enterSection(draft, section === 'A' ? 'B' : section === 'B' ? 'C' : 'D', recapLine)
  const gap = coverageGap(draft.state)
  if (!gap) return enterSection(draft, 'D', recapLine)
  return askNext(draft, `fallback-${gap}`, recapLine)
}
