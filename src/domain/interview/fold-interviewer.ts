import type { DimensionId } from '../catalog/vocabulary.ts'
import type { SessionEvent } from './event.ts'
import { questionState, withQuestion } from './question-state.ts'
import { SUGGESTED } from './with-suggestion.ts'
import { sinceStart } from './since-start.ts'
import type { Entry, Patch, SessionState } from './state.ts'

type InterviewerEvent = Extract<
  SessionEvent,
  {
    kind:
      | 'section-entered'
      | 'agent-said'
      | 'agent-interrupted'
      | 'question-closed'
      | 'suggestion-asked'
      | 'suggestion-made'
      | 'snippet-shown'
      | 'lines-highlighted'
      | 'hint-given'
  }
>

type Said = Extract<SessionEvent, { kind: 'agent-said' }>

/** What the interviewer says, shows and closes. */
export function foldInterviewer(state: SessionState, event: InterviewerEvent): Patch {
  switch (event.kind) {
    case 'section-entered':
      return { section: event.section, sectionStartMs: state.clockMs, sectionTurns: 0, sectionSaid: 0 }
    case 'agent-said':
      return said(state, event)
    case 'agent-interrupted':
      return { transcript: withHeard(state.transcript, event.heard) }
    case 'question-closed': {
      const question = questionState(state, event.questionId)
      const counts = event.reason === 'skipped' || event.reason === 'silent'
      return {
        questions: withQuestion(state, { ...question, closed: event.reason }),
        sectionTurns: state.sectionTurns + (counts ? 1 : 0),
      }
    }
    case 'suggestion-asked':
      return {}
    case 'suggestion-made': {
      const question = questionState(state, event.questionId)
      if (question.asked.includes(SUGGESTED)) return {}
      return { questions: withQuestion(state, { ...question, suggested: event.text }) }
    }
    case 'snippet-shown':
      return {
        shownSnippets: [...state.shownSnippets.filter((id) => id !== event.snippetId), event.snippetId],
      }
    case 'lines-highlighted': {
      const { snippetId, from, to } = event
      return { highlighted: { snippetId, from, to } }
    }
    case 'hint-given': {
      const question = questionState(state, event.questionId)
      const hints = { ...question.hints, [event.issueId]: event.tier }
      return { questions: withQuestion(state, { ...question, hints }) }
    }
  }
}

function said(state: SessionState, event: Said): Patch {
  const transcript = [...state.transcript, entryOf(state, event)]
  if (event.act === 'close') return { transcript, phase: 'closed' }
  if (event.act !== 'ask' || !event.questionId || !event.askId) return { transcript }
  const { questionId, askId, text } = event
  const question = questionState(state, questionId)
  const isNew = !question.asked.includes(askId)
  return {
    transcript,
    current: { questionId, askId, text },
    silenceRung: 0,
    questions: isNew
      ? withQuestion(state, { ...question, section: state.section ?? 'A', asked: [...question.asked, askId] })
      : state.questions,
    coverage: isNew ? counted(state.coverage, event.dimensions ?? []) : state.coverage,
  }
}

function counted(coverage: SessionState['coverage'], dimensions: DimensionId[]): SessionState['coverage'] {
  const next = { ...coverage }
  for (const id of dimensions) next[id] += 1
  return next
}

function entryOf(state: SessionState, event: Said): Entry {
  const startMs = sinceStart(state)
  return {
    turnId: `agent-${event.seq}`,
    seq: event.seq,
    speaker: 'agent',
    text: event.text,
    startMs,
    endMs: startMs,
    section: state.section ?? 'A',
    ...(event.questionId ? { questionId: event.questionId } : {}),
    ...(event.askId ? { askId: event.askId } : {}),
    unsure: [],
  }
}

function withHeard(transcript: Entry[], heard: string): Entry[] {
  const last = transcript.findLastIndex(({ speaker }) => speaker === 'agent')
  return transcript.map((entry, index) => (index === last ? { ...entry, heard } : entry))
}
