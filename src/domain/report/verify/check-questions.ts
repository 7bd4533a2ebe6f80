import type { QuestionGrade } from '../../grading/grade.ts'
import { scoreQuestion } from '../../grading/score-question.ts'
import type { Report } from '../report.ts'
import { subScoreNames } from '../sub-score-names.ts'
import { toCheck, type Check } from './check.ts'

/** Sub-scores and scores of questions, computed again from the points heard and missed. */
export function checkQuestions({ questions }: Report, grades: readonly QuestionGrade[]): Check {
  const findings = questions.flatMap((result, index) => {
    const grade = grades[index]
    if (!grade) return []
    const { subScores, score } = scoreQuestion(grade)
    const same = subScores.map(({ id }) => id).join() === result.subScores.map(({ id }) => id).join()
    return [
      ...(same ? [] : [`${result.title}: these are not the sub-scores of such a question.`]),
      ...subScores.flatMap(({ id, score: made }) => {
        const said = result.subScores.find((each) => each.id === id)
        if (!said) return []
        if (said.name !== subScoreNames[id])
          return [`${result.title}: ${said.name} is not the name of ${id}.`]
        return said.score === made ? [] : [differs(`${result.title}, ${said.name}`, said.score, made)]
      }),
      ...(result.score === score ? [] : [differs(result.title, result.score ?? null, score)]),
    ]
  })
  return toCheck(
    'questions',
    'Sub-scores and question scores follow from the points heard and missed.',
    findings,
  )
}

/** What the report says against what its evidence comes to. */
export function differs(of: string, said: number | string | null, made: number | string | null): string {
  return `${of}: the report says ${said ?? 'not assessed'}, its evidence comes to ${made ?? 'not assessed'}.`
}
