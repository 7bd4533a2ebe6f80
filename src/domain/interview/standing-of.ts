import type { SessionState, Standing } from './state.ts'

/** How an interview stands now, to go back to if its next turn turns out to have other words. */
export function standingOf(state: SessionState): Standing {
  const { phase, section, sectionStartMs, sectionTurns, sectionSaid, questions, current, coverage } = state
  const { transcript, shownSnippets, highlighted, doubt, doubted } = state
  return {
    ...{ phase, section, sectionStartMs, sectionTurns, sectionSaid, questions, current, coverage },
    ...{ transcript, shownSnippets, highlighted, doubt, doubted },
  }
}
