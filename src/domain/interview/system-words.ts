import type { SessionState } from './state.ts'

const noun =
  'service|system|platform|pipeline|api|app|application|dashboard|gateway|worker|queue|database|store|engine|product|tool|site|backend|checkout|feature|library|infrastructure'
const named = new RegExp(
  `\\b(?:our|the|a|an|my|this)\\s+((?:(?!(?:our|the|a|an|my|this|is|was|of|for|to|and|that|which)\\b)[a-z][a-z-]{1,20}\\s+){1,3}(?:${noun}))\\b`,
  'i',
)

/** How to refer back to the system of section A: the candidate's own words for it, or a plain phrase. */
export function systemWords(state: SessionState): string {
  for (const { speaker, section, text } of state.transcript) {
    const found = speaker === 'candidate' && section === 'A' ? named.exec(text)?.[1] : undefined
    if (found) return `the ${found.toLowerCase()}`
  }
  return 'a system of your own'
}
