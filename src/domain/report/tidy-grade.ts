import type { Heard, SessionGrade } from '../grading/grade.ts'
import { isUnsure } from '../grading/to-evidence.ts'
import type { Entry } from '../interview/state.ts'
import type { Evidence } from './report.ts'
import { snapQuote } from './snap-quote.ts'

/** How a receipt begins whose words did not say what the question asked for. */
export const LEFT_OUT = 'Asked for here and left out: '

/** How a receipt begins whose words called correct code a bug. */
const FALSE_ALARM = 'False alarm: '

/**
 * The same grade with its receipts made for reading: quotes grown to whole clauses, and what counts against a score
 * named for what it is. What counts against a score never grows over words the recogniser was unsure of. Scores,
 * times and places stay as they were.
 */
export function tidyGrade(grade: SessionGrade, transcript: readonly Entry[]): SessionGrade {
  const tidy = (evidence: Evidence) => tidyEvidence(evidence, grade, transcript)
  const tidyHeard = (heard: Heard): Heard => ({ ...heard, evidence: tidy(heard.evidence) })
  const tidyDimension = <D extends { evidence: Evidence[] }>(dimension: D): D => {
    return { ...dimension, evidence: dimension.evidence.map(tidy) }
  }
  const { communication, debugging, breadth, operationalization, product } = grade.dimensions
  return {
    ...grade,
    dimensions: {
      communication: tidyDimension(communication),
      debugging: tidyDimension(debugging),
      breadth: tidyDimension(breadth),
      operationalization: tidyDimension(operationalization),
      product: tidyDimension(product),
    },
    questions: grade.questions.map((question) => ({
      ...question,
      heard: new Map([...question.heard].map(([id, heard]) => [id, tidyHeard(heard)])),
      against: question.against.map((item) => ({ ...item, evidence: tidy(item.evidence) })),
      falseAlarms: question.falseAlarms.map((alarm) => ({ ...alarm, evidence: tidy(alarm.evidence) })),
      communication: tidyDimension(question.communication),
    })),
  }
}

function tidyEvidence(evidence: Evidence, grade: SessionGrade, transcript: readonly Entry[]): Evidence {
  const { polarity, turnId } = evidence
  const entry = transcript.find((item) => item.turnId === turnId)
  const snapped = entry ? snapQuote(entry.text, evidence.quote) : evidence.quote
  const from = entry?.text.indexOf(snapped) ?? 0
  const doubtful = entry && polarity === 'against' && isUnsure(entry, { from, to: from + snapped.length })
  return { ...evidence, quote: doubtful ? evidence.quote : snapped, point: namePoint(evidence, grade) }
}

/** What the words did: a point counts for a score when it was said, and against one when it was left out. */
function namePoint({ polarity, point, lines }: Evidence, { questions }: SessionGrade): string {
  if (polarity === 'for') return point
  if (lines) return point.startsWith(FALSE_ALARM) ? point : `${FALSE_ALARM}${point}`
  const expected = questions.some((question) => question.expected.some(({ text }) => text === point))
  return expected ? `${LEFT_OUT}${point}` : point
}
