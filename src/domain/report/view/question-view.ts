import { formatClock } from '../format-clock.ts'
import type { Evidence, QuestionResult, Report } from '../report.ts'

/** A place in the transcript. */
export interface TurnLink {
  href: string
  label: string
}

/** Something said, and where. */
export interface SaidView {
  text: string
  /** None in a report that does not say where. */
  turns: TurnLink[]
}

/** A question's result with the places in the transcript that each of its numbers comes from. */
export interface QuestionView extends QuestionResult {
  heard: (SaidView & { degree: 'full' | 'partly'; hinted: boolean })[]
  /** What held a score down. */
  held: SaidView[]
  /** How it was told, each trait with a place that shows it. */
  told: SaidView[]
  /** The turns that answered it. */
  answered: TurnLink[]
}

/** What a page shows of one question. */
export function questionView(
  question: QuestionResult,
  { transcript }: Pick<Report, 'transcript'>,
): QuestionView {
  const { pointsHeard, against = [], falseAlarms = [], telling, answeredIn = [] } = question
  return {
    ...question,
    heard: pointsHeard.map(({ text, degree, hintTier = 0, evidence }) => {
      return { text, degree, hinted: hintTier > 0, turns: evidence ? [linkOf(evidence)] : [] }
    }),
    held: saidViews([...falseAlarms, ...against].map(({ evidence }) => evidence)),
    told: saidViews(telling?.evidence ?? []),
    answered: transcript
      .filter(({ turnId }) => answeredIn.includes(turnId))
      .map(({ turnId, startMs }) => linkOf({ turnId, startMs })),
  }
}

/** What says the same stands once, with every place. */
function saidViews(evidence: readonly Evidence[]): SaidView[] {
  const groups = Map.groupBy(evidence, ({ point }) => point)
  return [...groups].map(([text, same]) => ({ text, turns: same.map(linkOf) }))
}

function linkOf({ turnId, startMs }: Pick<Evidence, 'turnId' | 'startMs'>): TurnLink {
  return { href: `#t-${turnId}`, label: formatClock(startMs) }
}
