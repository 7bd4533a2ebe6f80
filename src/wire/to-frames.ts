import type { SessionEvent } from '../domain/interview/event.ts'
import type { Frame } from './frame.ts'
import type { SnippetCard } from './snippet-card.ts'

/** What a browser is told of the interviewer's answer to one turn, without the closing `done`. */
export function toFrames(events: SessionEvent[], cardOf: (snippetId: string) => SnippetCard): Frame[] {
  const last = events.findLast(({ kind }) => kind === 'agent-said')
  return events.flatMap((event): Frame[] => {
    switch (event.kind) {
      case 'agent-said':
        return [{ event: 'say', data: { text: event === last ? event.text : `${event.text}\n` } }]
      case 'snippet-shown':
        return [{ event: 'snippet', data: cardOf(event.snippetId) }]
      case 'lines-highlighted': {
        const { snippetId, from, to } = event
        return [{ event: 'lines', data: { snippetId, from, to } }]
      }
      case 'section-entered':
        return [{ event: 'section', data: { id: event.section } }]
      case 'hint-given':
        return [{ event: 'hint', data: { tier: event.tier } }]
      default:
        return []
    }
  })
}
