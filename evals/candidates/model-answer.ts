import type { Bank } from '../../src/domain/catalog/bank.ts'

/** What is asked: the ids of a question and of one of its asks. */
export interface Asked {
  questionId: string
  askId: string
}

/**
 * The content's own answer to an ask at a level: of the opener the whole answer, of a probe its best one, of a
 * follow-up what it looks for. Level 2 says less of each. Undefined where the content has none.
 */
export function modelAnswer(
  bank: Bank,
  { questionId, askId }: Asked,
  level: '2' | '3' | '4',
): string | undefined {
  const rubric = bank.rubrics.find(({ dimension }) => questionId === `fallback-${dimension}`)
  if (rubric) return level === '2' ? rubric.fallback.points[0]?.wordings[0] : rubric.fallback.best
  const item = [...bank.snippets, ...bank.scenarios, ...bank.warmups].find(({ id }) => id === questionId)
  if (!item) return undefined
  if (askId === 'opener') return item.answers[level]
  const probe = item.probes.find(({ id }) => askId === `probe-${id}`)
  if (probe) return level === '2' ? probe.points[0]?.wordings[0] : probe.best
  const followUp = item.followUps[Number(askId.replace('follow-', '')) - 1]
  const target = followUp?.missing[0] ?? followUp?.heard[0]
  if (!target) return undefined
  const issues = 'issues' in item ? item.issues : []
  const point =
    item.points.find(({ id }) => id === target) ??
    item.signals.find(({ id }) => id === target) ??
    issues.find(({ finding }) => finding.id === target)
  return point?.wordings.slice(0, level === '2' ? 1 : 3).join(' ')
}
