import type { Bank } from '../domain/catalog/bank.ts'
import { openSections } from '../domain/interview/open-sections.ts'
import { plannedMs } from '../domain/interview/planned-ms.ts'
import { plannedCoverage } from '../domain/interview/planned-coverage.ts'
import { silenceAfter } from '../domain/interview/silence-after.ts'
import type { SessionState } from '../domain/interview/state.ts'
import type { PublicState } from './public-event.ts'
import { sectionNames } from '../domain/interview/section-names.ts'
import type { SnippetCard } from './snippet-card.ts'

/**
 * Where a session stands, as its owner's browser may know it.
 * @throws Error for a session without a plan.
 */
export function toPublicState(
  state: SessionState,
  bank: Bank,
  cardOf: (snippetId: string) => SnippetCard,
): PublicState {
  const { plan } = state
  if (!plan) throw new Error('a session without a plan has no public state')
  const planned = plannedCoverage(plan)
  const onScreen = state.section === 'B' ? state.shownSnippets.at(-1) : undefined
  const sections = openSections(plan).map((id) => ({
    id,
    name: sectionNames[id],
    budgetMs: plan.sections[id].budgetMs,
  }))
  return {
    phase: state.phase,
    seq: state.seq,
    clockMs: state.clockMs,
    plannedMs: plannedMs(plan),
    onHold: state.onHold,
    section: state.section ?? null,
    sections,
    question: state.current ? { questionId: state.current.questionId, text: state.current.text } : null,
    coverage: bank.rubrics.map(({ dimension, shortName }) => ({
      id: dimension,
      name: shortName,
      asked: state.coverage[dimension],
      planned: planned[dimension],
    })),
    snippet: onScreen ? cardOf(onScreen) : null,
    highlighted: state.highlighted ?? null,
    selected: state.selected ?? null,
    silenceAfterMs: silenceAfter(state),
    level: state.level,
    track: bank.packs.find(({ id }) => id === plan.track.id)?.shortName ?? plan.track.id,
    recordingAgreed: state.recordingAgreed,
    notes: state.notes.map(({ text, atMs }) => ({ text, atMs })),
  }
}
