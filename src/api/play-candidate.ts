import type { Bank } from '../domain/catalog/bank.ts'

export type Candidate = 'strong' | 'weak' | 'silent'

/**
 * What a candidate answers to the interviewer's last words, in the content's own model answers: `strong` gives the
 * level-4 answer of whatever was asked, `weak` the level-2 answer and no detail, `silent` nothing. For tests:
 * the answer depends on the question asked.
 */
export function playCandidate(bank: Bank, candidate: Candidate, said: string): string {
  if (candidate === 'silent') return ''
  const items = [...bank.snippets, ...bank.scenarios, ...bank.warmups].filter((item) => !item.public)
  const asked = (text: string) => said.includes(text.replace(/\{[a-z]+\}.*$/s, '').trim())
  const opened = items.find((item) =>
    'summary' in item ? asked(item.summary) : partsOf(item.opener).every((part) => said.includes(part)),
  )
  if (opened) return opened.answers[candidate === 'strong' ? '4' : '2']
  if (candidate === 'weak') return weakDetail(bank, said)
  const probe = items.flatMap(({ probes }) => probes).find(({ ask }) => asked(ask))
  if (probe) return probe.best
  const fallback = bank.rubrics.map((rubric) => rubric.fallback).find(({ ask }) => asked(ask))
  if (fallback) return fallback.best
  const followed = items.find(({ followUps }) => followUps.some(({ ask }) => asked(ask)))
  const followUp = followed?.followUps.find(({ ask }) => asked(ask))
  const target = followUp?.missing[0] ?? followUp?.heard[0]
  return (
    (followed && target && wordingsOf(followed, target)) ??
    'I would come back to the part I know least and test it first.'
  )
}

/** What stands between the slots of an opener: all of it is said, whatever fills them. */
function partsOf(opener: string): string[] {
  return opener.split(/(?:\bat )?\{[a-z]+\}/).map((part) => part.trim())
}

/** One thing that fits the question and goes no further. */
function weakDetail(bank: Bank, said: string): string {
  const probes = [...bank.snippets, ...bank.scenarios, ...bank.warmups].flatMap((item) => item.probes)
  const probe = probes.find(({ ask }) => said.includes(ask))
  const first = probe?.points[0]?.wordings[0]
  return first ? `Maybe this: ${first}` : 'I would have to look that up, it depends on the library we use.'
}

function wordingsOf(
  item: Bank['snippets'][number] | Bank['scenarios'][number] | Bank['warmups'][number],
  id: string,
) {
  const issues = 'issues' in item ? item.issues : []
  const point = item.points.find((each) => each.id === id) ?? issues.find(({ finding }) => finding.id === id)
  return point?.wordings.slice(0, 3).join(' ')
}
