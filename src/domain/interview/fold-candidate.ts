import type { SessionEvent } from './event.ts'
import { questionState, withQuestion } from './question-state.ts'
import type { Entry, HeardPoint, Patch, QuestionState, SessionState } from './state.ts'

type CandidateEvent = Extract<
  SessionEvent,
  {
    kind:
      | 'candidate-said'
      | 'turn-revised'
      | 'points-heard'
      | 'clarified'
      | 'silence-noted'
      | 'lines-selected'
      | 'moment-marked'
      | 'note-added'
      | 'transcript-corrected'
  }
>

/** What the candidate says, marks and notes, and what was heard in it. */
export function foldCandidate(state: SessionState, event: CandidateEvent): Patch {
  switch (event.kind) {
    case 'candidate-said':
      return said(state, event)
    case 'turn-revised':
      return { transcript: rewritten(state.transcript, event.turnId, event.text, false) }
    case 'transcript-corrected':
      return { transcript: rewritten(state.transcript, event.turnId, event.text, true) }
    case 'points-heard':
      return heard(state, event)
    case 'clarified': {
      const { turnId, factId } = event
      const question = questionState(state, event.questionId)
      const clarified = [...question.clarified, factId ? { turnId, factId } : { turnId }]
      return { questions: withQuestion(state, { ...question, clarified }) }
    }
    case 'silence-noted':
      return { silenceRung: event.rung, turns: taken(state, event.turnId, '', event.seq) }
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
    unsure: event.unsure,
  }
  return {
    transcript: [...state.transcript, entry],
    turns: taken(state, event.turnId, event.text, event.seq),
    sectionSaid: state.sectionSaid + 1,
    silenceRung: 0,
    onHold: false,
    away: false,
  }
}

function heard(state: SessionState, event: Extract<SessionEvent, { kind: 'points-heard' }>): Patch {
  const question = questionState(state, event.questionId)
  const next: QuestionState = {
    ...question,
    heard: merged(question, event),
    signals: [...new Set([...question.signals, ...event.signals])],
    turns: question.turns + 1,
    offTopic: event.onTopic ? 0 : question.offTopic + 1,
  }
  return { questions: withQuestion(state, next), sectionTurns: state.sectionTurns + 1 }
}

/** The first full mention stands; a partial one gives way to a full one. */
function merged(
  question: QuestionState,
  event: Extract<SessionEvent, { kind: 'points-heard' }>,
): Record<string, HeardPoint> {
  const all = { ...question.heard }
  for (const { id, degree, issueId } of event.points) {
    const before = Object.hasOwn(all, id) ? all[id] : undefined
    if (before && (before.degree === 'full' || degree === 'partly')) continue
    const hintTier = issueId && Object.hasOwn(question.hints, issueId) ? (question.hints[issueId] ?? 0) : 0
    all[id] = {
      degree,
      turnId: event.turnId,
      hintTier: before ? Math.min(before.hintTier, hintTier) : hintTier,
    }
  }
  return all
}

function rewritten(transcript: Entry[], turnId: string, text: string, corrected: boolean): Entry[] {
  return transcript.map((entry) => {
    if (entry.speaker !== 'candidate' || entry.turnId !== turnId) return entry
    return corrected ? { ...entry, text, edited: entry.edited ?? entry.text, unsure: [] } : { ...entry, text }
  })
}

function taken(state: SessionState, turnId: string, text: string, seq: number): SessionState['turns'] {
  return [...state.turns, { turnId, text, seq }]
}

function lastTurn(state: SessionState): string {
  return state.transcript.at(-1)?.turnId ?? 'open'
}

function sinceStart(state: SessionState): number {
  return Math.max(0, state.lastAt - (state.startedAt ?? state.lastAt))
}
