import type { Report } from '../report.ts'
import { differs } from './check-questions.ts'
import { toCheck, type Check } from './check.ts'
import { evidenceOfQuestion } from './evidence-of.ts'
import { keyOf } from './same-evidence.ts'

/** Each requirement of the posting has the score and the quotes of the question that tested it. */
export function checkPosting({ jd, questions }: Report): Check {
  const findings = jd.flatMap(({ competency, questionId, evidence, score }) => {
    const question = questions.find(({ id }) => id === questionId)
    if (questionId === undefined) {
      return score === undefined && evidence.length === 0
        ? []
        : [`${competency}: nothing tested it, and it has a score.`]
    }
    if (!question) return [`${competency}: the question that tested it is not in the report.`]
    const own = new Set(evidenceOfQuestion(question).map(keyOf))
    const foreign = evidence.some((each) => !own.has(keyOf(each)))
    return [
      ...((score ?? null) === (question.score ?? null)
        ? []
        : [differs(competency, score ?? null, question.score ?? null)]),
      ...(foreign ? [`${competency}: a quote is not one of the question that tested it.`] : []),
    ]
  })
  return toCheck(
    'posting',
    'Each requirement has the score and the quotes of the question that tested it.',
    findings,
  )
}
