import type { Bank } from '../catalog/bank.ts'
import { CodeSubScore, ScenarioSubScore, type SubScoreId } from '../catalog/vocabulary.ts'
import type { ExpectedPoint, Question } from '../interview/question.ts'
import { systemWords } from '../interview/system-words.ts'
import type { QuestionState, SessionState } from '../interview/state.ts'
import { applyCaps } from './caps.ts'
import { findAgainst } from './find-against.ts'
import type { Finder } from './finder.ts'
import type { GradedTurn, QuestionGrade } from './grade.ts'
import { liftMatches } from './lift-matches.ts'
import { hearPoints, matchTurn, type TurnMatch } from './hear-points.ts'
import { findFalseAlarms } from './false-alarms.ts'
import { readTurns } from './read-turns.ts'
import type { Score } from './rules.ts'
import { sharePoints } from './score-points.ts'
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
  return { ...graded, subScores: scoreSubs(graded), score: scoreAll(graded) }
}

/** Whether a turn was spent on an ask, or after it: a question cut off by the clock is not held against anybody. */
function isAnswered(askId: string, state: QuestionState, turns: readonly GradedTurn[]): boolean {
  const place = state.asked.indexOf(askId)
  if (place < 0) return false
  return turns.some(({ entry }) => state.asked.indexOf(entry.askId ?? 'opener') >= place)
}

type Ungraded = Omit<QuestionGrade, 'subScores' | 'score'>

function scoreSubs(grade: Ungraded): QuestionGrade['subScores'] {
  const { question, expected, communication } = grade
  const ids: readonly SubScoreId[] =
    question.kind === 'code' ? CodeSubScore.options : ScenarioSubScore.options
  return ids.map((id) => {
    const points = expected.filter(({ sub }) => sub === id)
    if (points.length > 0) return { id, score: scoreOf(grade, points) }
    if (id !== 'clarity' && id !== 'communication') return { id, score: null }
    return { id, score: applyCaps({ ...communication, allHinted: false, wholeQuestion: true }).score }
  })
}

function scoreAll(grade: Ungraded): Score | null {
  return scoreOf(grade, grade.expected)
}

function scoreOf(grade: Ungraded, points: readonly ExpectedPoint[]): Score | null {
  const heard = points.map(({ id }) => grade.heard.get(id)).filter((item) => item !== undefined)
  const dimensions = new Set(points.map(({ dimension }) => dimension))
  const against = grade.against.filter(({ dimension }) => dimensions.has(dimension))
  return applyCaps({
    share: sharePoints(points.map(({ id, weight }) => ({ weight, heard: grade.heard.get(id) }))),
    evidence: [...heard, ...against].map(({ evidence }) => evidence),
    allHinted: heard.length > 0 && heard.every(({ hintTier }) => hintTier > 0),
    wholeQuestion: true,
  }).score
}
