import type { Bank } from '../catalog/bank.ts'
import type { Question } from '../interview/question.ts'
import { systemWords } from '../interview/system-words.ts'
import type { QuestionState, SessionState } from '../interview/state.ts'
import { findAgainst } from './find-against.ts'
import type { Finder } from './finder.ts'
import type { GradedTurn, QuestionGrade } from './grade.ts'
import { liftMatches } from './lift-matches.ts'
import { hearPoints, matchTurn, type TurnMatch } from './hear-points.ts'
import { findFalseAlarms } from './false-alarms.ts'
import { readTurns } from './read-turns.ts'
import { scoreQuestion } from './score-question.ts'
import { ON_TOPIC } from './score-relevance.ts'
import { scoreTelling } from './score-telling.ts'

/**
 * Grades one asked question from what was said about it, in any of its turns. A point is expected once its
 * ask was asked and a turn followed. A model's proposals can lift points; they silence no false alarm and tell nothing.
 */
export function gradeQuestion(
  question: Question,
  state: QuestionState,
  session: SessionState,
  bank: Bank,
  finder: Finder,
): QuestionGrade {
  const snippet = bank.snippets.find(({ id }) => id === question.id)
  const turns = readTurns(session.transcript, question, snippet, finder)
  const matches = turns.flatMap((turn): TurnMatch[] => {
    return matchTurn(finder, turn, question.points).map((match) => ({ turn, match }))
  })
  const passes = session.proposals?.[question.id] ?? []
  const all = [...matches, ...liftMatches(finder, question, turns, matches, passes)]
  const heard = hearPoints(question, state, all, (point) => {
    const issue = snippet?.issues.find(({ id }) => id === point.issueId)
    return issue ? { lines: issue.lines } : {}
  })
  const expected = question.points.filter((point) => {
    return isAnswered(point.askId, state, turns) || heard.get(point.id)?.degree === 'full'
  })
  const relevant = turns
    .filter(({ relevance }) => relevance >= ON_TOPIC)
    .map((turn) => ({
      turn,
      matches: matches.filter((item) => item.turn === turn).map(({ match }) => match),
    }))
  const isClarifying = ({ entry }: GradedTurn) =>
    state.clarified.some(({ turnId }) => turnId === entry.turnId)
  const graded = {
    question,
    section: state.section,
    asked: question.asks
      .filter(({ id }) => state.asked.includes(id))
      .map(({ text }) => text.replaceAll('{system}', systemWords(session))),
    turns,
    expected,
    heard: new Map([...heard].filter(([id]) => expected.some((point) => point.id === id))),
    against: findAgainst(
      question,
      turns.filter((turn) => !isClarifying(turn)),
      expected,
      heard,
      all,
    ),
    falseAlarms: snippet ? findFalseAlarms(finder, turns, snippet, matches) : [],
    communication: scoreTelling(relevant, turns.filter(isClarifying)),
  }
  return { ...graded, ...scoreQuestion(graded) }
}

/** Whether a turn was spent on an ask, or after it: a question cut off by the clock is not held against anybody. */
function isAnswered(askId: string, state: QuestionState, turns: readonly GradedTurn[]): boolean {
  const place = state.asked.indexOf(askId)
  if (place < 0) return false
  return turns.some(({ entry }) => state.asked.indexOf(entry.askId ?? 'opener') >= place)
}
