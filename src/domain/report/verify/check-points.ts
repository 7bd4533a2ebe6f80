import type { QuestionResult, Report } from '../report.ts'
import { toCheck, type Check } from './check.ts'

/** Every point is there once, and its evidence says that it was heard. */
export function checkPoints({ questions }: Report): Check {
  const findings = [
    ...(new Set(questions.map(({ id }) => id)).size < questions.length ? ['A question stands twice.'] : []),
    ...questions.flatMap((question) => checkQuestion(question)),
  ]
  return toCheck('points', 'Every expected point stands once, heard with its quote or missed.', findings)
}

function checkQuestion({
  title,
  kind,
  id,
  pointsHeard,
  pointsMissed,
  against,
  falseAlarms,
}: QuestionResult): string[] {
  const all = [...pointsHeard, ...pointsMissed]
  const texts = all.map(({ text }) => text)
  return [
    ...(new Set(all.map((point) => point.id)).size < all.length ? [`${title}: a point stands twice.`] : []),
    ...pointsHeard.flatMap(({ text, evidence }) => {
      if (!evidence) return []
      if (evidence.polarity !== 'for') return [`${title}: “${text}” was heard and is held against it.`]
      return evidence.point === text
        ? []
        : [`${title}: the quote for “${text}” is said to show “${evidence.point}”.`]
    }),
    ...(against ?? []).flatMap(({ evidence }) => {
      if (evidence.polarity !== 'against') return [`${title}: words against it are said to count for it.`]
      const known = texts.some((text) => evidence.point.endsWith(text))
      return known ? [] : [`${title}: “${evidence.point}” was not asked for.`]
    }),
    ...(falseAlarms ?? []).flatMap(({ evidence }) => {
      const fits = evidence.polarity === 'against' && evidence.snippetId === id && kind === 'code'
      return fits ? [] : [`${title}: a false alarm is not about its code.`]
    }),
  ]
}
