import type { PublicEvent, PublicState } from '../../wire/public-event.ts'
import type { SessionView } from '../../wire/sessions.ts'

/** A live interview in section B with one question asked, for tests. */
export function stateFixture(change: Partial<PublicState> = {}): PublicState {
  return {
    phase: 'live',
    seq: 4,
    clockMs: 60_000,
    plannedMs: 1_000_000,
    onHold: false,
    section: 'B',
    sections: [
      { id: 'A', name: 'Background', budgetMs: 200_000 },
      { id: 'B', name: 'Code and debugging', budgetMs: 500_000 },
      { id: 'C', name: 'Scenario', budgetMs: 200_000 },
      { id: 'D', name: 'Wrap-up', budgetMs: 100_000 },
    ],
    question: { questionId: 'order-webhook', text: 'Where are the biggest risks?' },
    coverage: [],
    snippet: null,
    highlighted: null,
    selected: null,
    recordingAgreed: false,
    silenceAfterMs: 12_000,
    level: 'senior',
    track: 'Web',
    notes: [],
    ...change,
  }
}

export const eventsFixture: PublicEvent[] = [
  { seq: 2, at: 1_000, kind: 'started' },
  { seq: 3, at: 1_000, kind: 'section-entered', section: 'B' },
  { seq: 4, at: 1_000, kind: 'agent-said', text: 'Where are the biggest risks?' },
]

export function viewFixture(state: Partial<PublicState> = {}, events = eventsFixture): SessionView {
  const plan: SessionView['plan'] = {
    level: 'senior',
    track: { id: 'web-fullstack', name: 'Web and full stack', confidence: 'high' },
    engineering: true,
    competencies: [],
    addable: [],
    focus: [],
    sections: [],
    dimensions: [],
    minutes: 17,
    extraTime: false,
    practice: null,
  }
  return { id: 'abc', state: stateFixture(state), plan, events }
}
