import type { Bank } from '../catalog/bank.ts'
import type { QuestionGrade, SessionGrade } from '../grading/grade.ts'
import type { Plan } from '../interview/plan.ts'
import type { Evidence, Report } from './report.ts'

/** Quotes shown for one requirement of the job description. */
const QUOTES_PER_REQUIREMENT = 3

type Row = Report['jd'][number]

/**
 * Each requirement with the question that came closest to its words among those that tested it and were answered, and
 * the quotes closest to them. What was scored comes first, what was not asked about last.
 */
export function matchPosting(plan: Plan, grade: SessionGrade, bank: Bank): Row[] {
  const rank = ({ score, questionId }: Row) => (score !== undefined ? 0 : questionId !== undefined ? 1 : 2)
  const rows = plan.competencies.map((competency): Row => {
    const { id, name, ground = '', questionIds } = competency
    const aliases = bank.competencies.find((item) => item.id === id)?.aliases ?? []
    const wanted = wordsIn([name, ground, ...aliases].join(' '))
    const tested = grade.questions.filter(({ question }) => questionIds.includes(question.id))
    const scored = tested.filter(({ score }) => score !== null)
    const [closest] = closestFirst(scored.length > 0 ? scored : tested, wanted, wordsOfQuestion)
    const row = { competency: name, ground }
    if (!closest) return { ...row, evidence: [] }
    const evidence = closestFirst(evidenceOf(closest), wanted, ({ point, quote }) => `${point} ${quote}`)
    return {
      ...row,
      questionId: closest.question.id,
      evidence: evidence.slice(0, QUOTES_PER_REQUIREMENT),
      ...(closest.score === null ? {} : { score: closest.score }),
    }
  })
  return rows.toSorted((a, b) => rank(a) - rank(b))
}

function evidenceOf({ heard, against }: QuestionGrade): Evidence[] {
  return [...[...heard.values()].map(({ evidence }) => evidence), ...against.map(({ evidence }) => evidence)]
}

function wordsOfQuestion({ question, asked }: QuestionGrade): string {
  return [question.title, ...asked, ...question.points.map(({ text }) => text)].join(' ')
}

/** By how many of the wanted words each has, most first; what is equal stays in its order. */
function closestFirst<T>(items: readonly T[], wanted: ReadonlySet<string>, textOf: (item: T) => string): T[] {
  const shared = (item: T) => [...wordsIn(textOf(item))].filter((word) => wanted.has(word)).length
  const counted = items.map((item) => ({ item, count: shared(item) }))
  return counted.toSorted((a, b) => b.count - a.count).map(({ item }) => item)
}

/** The words of a text that mean something, cut to five letters so that plurals and tenses meet. */
function wordsIn(text: string): Set<string> {
  const words = text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []
  return new Set(words.map((word) => word.slice(0, 5)))
}
