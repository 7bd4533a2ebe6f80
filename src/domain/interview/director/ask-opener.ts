import type { Draft } from './draft.ts'
import { emit, questionOf } from './draft.ts'
import { putAsk } from './put-ask.ts'

/** Puts the first ask of a question. A snippet is shown and its summary read; a scenario's constraints follow. */
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
  const text = scenario ? `${opener.text} ${constraintsLine(scenario.constraints)}` : opener.text
  return putAsk(draft, question, opener, text)
}

/** All constraints in one sentence, to be said after the opener. */
function constraintsLine(constraints: string[]): string {
  return `${constraints.map((text, index) => joined(text, index > 0)).join('; ')}.`
}

/** Without its full stop; inside the sentence an ordinary first word is lower case. */
function joined(text: string, isInside: boolean): string {
  const bare = text.replace(/\.$/, '')
  const ordinary =
    /^(The|A|An|It|Its|No|Some|Each|Every|Most|There|They|You|We|Our|One|All|Any|If|When|Today)\b/
  return isInside && ordinary.test(bare) ? bare.charAt(0).toLowerCase() + bare.slice(1) : bare
}
