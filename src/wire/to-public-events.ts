import type { SessionEvent } from '../domain/interview/event.ts'
import type { PublicEvent } from './public-event.ts'
import type { SnippetCard } from './snippet-card.ts'

/** The events a browser may see, each copied field by field; all others are left out. */
export function toPublicEvents(
  events: SessionEvent[],
  cardOf: (snippetId: string) => SnippetCard,
): PublicEvent[] {
  return events.flatMap((event) => {
    const shown = toPublicEvent(event, cardOf)
    return shown ? [shown] : []
  })
}

function toPublicEvent(
  event: SessionEvent,
  cardOf: (snippetId: string) => SnippetCard,
): PublicEvent | undefined {
  const { seq, at } = event
  switch (event.kind) {
    case 'started':
    case 'hold-started':
    case 'hold-ended':
    case 'left':
    case 'returned':
    case 'finished':
      return { seq, at, kind: event.kind }
    case 'section-entered':
      return { seq, at, kind: event.kind, section: event.section }
    case 'agent-said':
      return { seq, at, kind: event.kind, text: event.text, questionId: event.questionId }
    case 'agent-interrupted':
      return { seq, at, kind: event.kind, heard: event.heard }
    case 'candidate-said': {
      const { kind, turnId, text, startMs, endMs, source, unsure } = event
      const said = { seq, at, kind, turnId, text, startMs, endMs, source }
      return unsure.length > 0 ? { ...said, unsure } : said
    }
    case 'term-settled': {
      const { kind, turnId, from, to, outcome } = event
      return outcome === 'open' ? undefined : { seq, at, kind, turnId, from, to }
    }
    case 'turn-revised': {
      const { kind, turnId, text, since, unsure = [] } = event
      const revised = { seq, at, kind, turnId, text, since }
      return unsure.length > 0 ? { ...revised, unsure } : revised
    }
    case 'snippet-shown':
      return { seq, at, kind: event.kind, ...cardOf(event.snippetId) }
    case 'lines-highlighted':
    case 'lines-selected': {
      const { kind, snippetId, from, to } = event
      return { seq, at, kind, snippetId, from, to }
    }
    case 'hint-given':
      return { seq, at, kind: event.kind, tier: event.tier }
    case 'moment-marked':
      return { seq, at, kind: event.kind, turnId: event.turnId }
    case 'note-added':
      return { seq, at, kind: event.kind, text: event.text }
    default:
      return undefined
  }
}
