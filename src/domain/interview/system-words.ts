import type { SessionState } from './state.ts'

const noun =
  'service|system|platform|pipeline|api|app|application|dashboard|gateway|engine|product|tool|site|website|backend|checkout|feature|marketplace|portal'
const named = new RegExp(
  `\\b(?:our|the|a|an|my|this)\\s+((?:(?!(?:our|the|a|an|my|this|is|was|of|for|to|and|that|which)\\b)[a-z][a-z-]{1,20}\\s+){1,3}(?:${noun}))\\b`,
  'i',
)

/** The same where the answer begins with the name itself: "Order sync service at my last company". */
const leading = new RegExp(`^(?:um,? |so,? |well,? )*((?:[a-z][a-z-]{1,20}\\s+){1,3}(?:${noun}))\\b`, 'i')
const noName =
  /\b(?:the|a|an|this|that|i|we|you|it|he|she|they|is|was|had|have|built|made|ran|led|did|my|our|in|on|at|with|own|owned)\b/i

/** How to refer back to the system of section A: the candidate's own words for it, or a plain phrase. Corrections change nothing of it. */
export function systemWords(state: SessionState): string {
  for (const { speaker, section, edited, text: current } of state.transcript) {
    if (speaker !== 'candidate' || section !== 'A') continue
    const text = edited ?? current
    const inside = named.exec(text)?.[1]
    if (inside && !noName.test(inside)) return `the ${inside}`
    const first = leading.exec(text)?.[1]
    if (first && !noName.test(first)) return `the ${first.charAt(0).toLowerCase()}${first.slice(1)}`
  }
  return 'a system of your own'
}
