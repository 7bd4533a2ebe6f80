import type { Bank } from '../../src/domain/catalog/bank.ts'
import type { Finder } from '../../src/domain/grading/finder.ts'
import { gradeSession } from '../../src/domain/grading/grade-session.ts'
import type { SessionGrade } from '../../src/domain/grading/grade.ts'
import { liftMatches } from '../../src/domain/grading/lift-matches.ts'
import { matchTurn } from '../../src/domain/grading/hear-points.ts'
import type { Proposal } from '../../src/domain/grading/proposal.ts'
import { questionsToRead } from '../../src/domain/grading/questions-to-read.ts'
import { splitSentences } from '../../src/domain/grading/split-sentences.ts'
import type { SessionState } from '../../src/domain/interview/state.ts'

/** The most that the candidate's own words can carry: the grade by a model that tries every sentence for every point. */
export function evidenceCap(state: SessionState, bank: Bank, finder: Finder): SessionGrade {
  const proposals = questionsToRead(state, bank, finder).map(({ question, turns }) => {
    const matches = turns.flatMap((turn) =>
      matchTurn(finder, turn, question.points).map((match) => ({ turn, match })),
    )
    const carried = (proposal: Proposal) =>
      liftMatches(finder, question, turns, matches, [[proposal]])[0]?.match.degree
    const best = question.points.flatMap(({ id: pointId }) => {
      const tried = turns.flatMap(({ entry: { turnId, text } }) =>
        splitSentences(text).map(({ from, to }): Proposal => {
          return { turnId, pointId, degree: 'full', quote: text.slice(from, to).trim().slice(0, 320) || '.' }
        }),
      )
      return tried.find((each) => carried(each) === 'full') ?? tried.find((each) => carried(each)) ?? []
    })
    return [question.id, [best]] satisfies [string, Proposal[][]]
  })
  return gradeSession({ ...state, proposals: Object.fromEntries(proposals) }, bank, finder)
}
