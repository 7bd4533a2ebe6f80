import type { DimensionResult, Report } from '../report.ts'

const BAR = {
  above: 'Above the senior bar.',
  at: 'At the senior bar.',
  below: 'Below the senior bar.',
  'not-enough-evidence': 'Not enough evidence for a verdict.',
}

/** A practice has no verdict. */
const PRACTICE = {
  're-answer': 'One question, answered again.',
  drill: 'A drill of what was missed.',
}

/**
 * The verdict in two sentences: the bar, then the strongest and the weakest dimension, each by score and, when equal,
 * by the order of the report. Without a verdict the second says how much there was to stand on.
 */
export function reportHeadline(report: Pick<Report, 'verdict' | 'dimensions' | 'practice'>): string {
  if (report.practice) return PRACTICE[report.practice.kind]
  return `${BAR[report.verdict]} ${secondSentence(report)}`
}

function secondSentence({ verdict, dimensions }: Pick<Report, 'verdict' | 'dimensions'>): string {
  const scored = dimensions.flatMap(({ name, score }) => (score === null ? [] : [{ name, score }]))
  if (verdict === 'not-enough-evidence' || scored.length === 0) {
    if (scored.length === 0) return 'Nothing that was said bears on the five dimensions.'
    return `${scored.length} of ${dimensions.length} dimensions have words to stand on.`
  }
  const strongest = scored.reduce((best, each) => (each.score > best.score ? each : best))
  const weakest = scored.reduce((worst, each) => (each.score < worst.score ? each : worst))
  if (strongest.score === weakest.score) return `Every assessed dimension stands at ${strongest.score}.`
  return `${strongest.name} stands best; ${lowerFirst(weakest.name)} is where a panel would press.`
}

/** Whose anchors are compared: `Why 2, not 3`. */
export function whyHeading({ score }: Pick<DimensionResult, 'score'>): string {
  if (score === null) return 'Not assessed'
  return score === 4 ? 'Why 4' : `Why ${score}, not ${score + 1}`
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1)
}
