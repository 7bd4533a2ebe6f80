import type { SessionEvent } from './event.ts'
import { mergeHeard } from './merge-heard.ts'
import { questionState, withQuestion } from './question-state.ts'
import { sinceStart } from './since-start.ts'
import { standingOf } from './standing-of.ts'
import type { Entry, Patch, QuestionState, SessionState } from './state.ts'
import { withoutTerms } from './without-terms.ts'

type CandidateEvent = Extract<
  SessionEvent,
  {
    kind:
      | 'candidate-said'
      | 'points-heard'
      | 'clarified'
      | 'silence-noted'
      | 'lines-selected'
      | 'moment-marked'
      | 'note-added'
      | 'turn-timed'
      | 'transcript-corrected'
  }
>

/** What the candidate says, marks and notes, and what was heard in it. */
export function foldCandidate(state: SessionState, event: CandidateEvent): Patch {
  switch (event.kind) {
    case 'candidate-said':
      return said(state, event)
    case 'transcript-corrected':
      return { transcript: corrected(state.transcript, event) }
    case 'turn-timed': {
      const { turnId, startMs, endMs } = event
      const timed = (entry: Entry) => ({ ...entry, startMs, endMs })
      return {
        transcript: state.transcript.map((entry) => (isSaidIn(turnId)(entry) ? timed(entry) : entry)),
      }
    }
    case 'points-heard':
      return heard(state, event)
    case 'clarified': {
      const { turnId, factId } = event
      const question = questionState(state, event.questionId)
      const clarified = [...question.clarified, factId ? { turnId, factId } : { turnId }]
      return { questions: withQuestion(state, { ...question, clarified }) }
    }
    case 'silence-noted':
      return {
        silenceRung: event.rung,
        turns: taken(state, event.turnId, '', event.seq),
        provisional: undefined,
      }
    case 'lines-selected': {
      const { snippetId, from, to } = event
      return { selected: { snippetId, from, to } }
    }
    case 'moment-marked':
      return { marks: [...state.marks, { turnId: event.turnId ?? lastTurn(state), atMs: sinceStart(state) }] }
    case 'note-added': {
      const note = { text: event.text, turnId: lastTurn(state), atMs: sinceStart(state) }
      return { notes: [...state.notes, note] }
    }
  }
}

function said(state: SessionState, event: Extract<SessionEvent, { kind: 'candidate-said' }>): Patch {
  const entry: Entry = {
    turnId: event.turnId,
    seq: event.seq,
    speaker: 'candidate',
    text: event.text,
    startMs: event.startMs,
    endMs: event.endMs,
    section: state.section ?? 'A',
    ...(state.current ? { questionId: state.current.questionId, askId: state.current.askId } : {}),
    ...(event.source === 'voice' ? { spoken: true as const } : {}),
    unsure: event.unsure,
    ...(event.terms ? { terms: event.terms } : {}),
    ...(state.doubt ? { askedTerm: state.doubt.term } : {}),
  }
  return {
    transcript: [...state.transcript, entry],
    turns: taken(state, event.turnId, event.text, event.seq),
    sectionSaid: state.sectionSaid + 1,
    silenceRung: 0,
    onHold: false,
    away: false,
    provisional: { turnId: event.turnId, before: standingOf(state) },
  }
}

function heard(state: SessionState, event: Extract<SessionEvent, { kind: 'points-heard' }>): Patch {
  const question = questionState(state, event.questionId)
  const next: QuestionState = {
    ...question,
    heard: mergeHeard(question, event),
    signals: [...new Set([...question.signals, ...event.signals])],
    ...(event.goesOn
      ? {}
      : { turns: question.turns + 1, offTopic: event.onTopic ? 0 : question.offTopic + 1 }),
  }
  return {
    questions: withQuestion(state, next),
    ...(event.goesOn ? {} : { sectionTurns: state.sectionTurns + 1 }),
  }
}

function corrected(
  transcript: Entry[],
  { turnId, text, beyond, unsure = [], terms }: Extract<SessionEvent, { kind: 'transcript-corrected' }>,
): Entry[] {
  return transcript.map((entry) => {
    if (!isSaidIn(turnId)(entry)) return entry
    if (beyond) return { ...entry, rewritten: text }
    const put = { text, edited: entry.edited ?? entry.text, rewritten: undefined, unsure }
    return { ...withoutTerms(entry), ...put, ...(terms ? { terms } : {}) }
  })
}

const isSaidIn = (turnId: string) => (entry: Entry) =>
  entry.speaker === 'candidate' && entry.turnId === turnId

function taken(state: SessionState, turnId: string, text: string, seq: number): SessionState['turns'] {
  return [...state.turns, { turnId, text, seq }]
}

function lastTurn(state: SessionState): string {
  return state.transcript.at(-1)?.turnId ?? 'open'
}
