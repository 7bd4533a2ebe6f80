import type { SessionState } from './state.ts'

/** The state of a session with an empty log. */
export function initialState(): SessionState {
  return {
    seq: 0,
    phase: 'draft',
    ownerId: '',
    createdAt: 0,
    jd: '',
    level: 'senior',
    domain: 'auto',
    focus: [],
    extraTime: false,
    engine: 'typed',
    lastAt: 0,
    clockMs: 0,
    onHold: false,
    away: false,
    sectionStartMs: 0,
    sectionTurns: 0,
    sectionSaid: 0,
    questions: {},
    coverage: { communication: 0, debugging: 0, breadth: 0, operationalization: 0, product: 0 },
    transcript: [],
    shownSnippets: [],
    doubted: [],
    silenceRung: 0,
    marks: [],
    notes: [],
    turns: [],
    recordingAgreed: false,
    recordings: [],
    calls: [],
  }
}
