import type { Draft } from './draft.ts'
import { emit, questionOf, reply } from './draft.ts'
import { putAsk } from './put-ask.ts'

/** Puts the first ask of a question. A snippet is shown and its summary read; a scenario's constraints come first. */
export function askOpener(draft: Draft, questionId: string): Draft {
  const question = questionOf(draft, questionId)
  const [opener] = question.asks
  if (!opener) throw new Error(`question ${questionId} has nothing to ask`)
  const { snippets, scenarios } = draft.sources.bank
  const snippet = snippets.find(({ id }) => id === questionId)
  if (snippet) {
    const shown = emit(draft, { kind: 'snippet-shown', snippetId: snippet.id })
    const offer = 'Take the time you need to read; I can read any lines aloud.'
    return putAsk(shown, question, opener, `${snippet.summary} ${offer} ${opener.text}`)
  }
  const scenario = scenarios.find(({ id }) => id === questionId)
  const constrained = scenario ? reply(draft, constraintsLine(scenario.constraints)) : draft
  return putAsk(constrained, question, opener, opener.text)
}

function constraintsLine(constraints: string[]): string {
  return `The constraints first: ${constraints.map((text) => text.replace(/\.$/, '')).join('; ')}.`
}
