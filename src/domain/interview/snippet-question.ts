import type { BankSnippet } from '../catalog/bank.ts'
import type { Snippet } from '../catalog/snippet.ts'
import type { ExpectedPoint, Question } from './question.ts'
import {
  codeSubScoreOf,
  followUpAsks,
  openerAsk,
  ownPoint,
  probeAsks,
  probePoints,
} from './question-parts.ts'

/** A snippet as a question of section B. A point that stands for an issue takes the issue's wordings. */
export function snippetQuestion(snippet: BankSnippet): Question {
  const opening = snippet.points.map((point) => openingPoint(point, snippet))
  const points = [...opening, ...probePoints(snippet.probes, codeSubScoreOf)]
  return {
    id: snippet.id,
    kind: 'code',
    title: snippet.title,
    level: snippet.level,
    asks: [
      openerAsk(snippet.opening, ['debugging', 'communication']),
      ...followUpAsks(snippet.followUps, points, 'debugging'),
      ...probeAsks(snippet.probes),
    ],
    points,
    signals: snippet.signals,
    facts: snippet.facts,
    competencies: snippet.competencies,
    bestAnswer: snippet.answers['4'],
  }
}

function openingPoint(point: Snippet['points'][number], snippet: BankSnippet): ExpectedPoint {
  if (!('issue' in point)) return ownPoint(point)
  const issue = snippet.issues.find(({ id }) => id === point.issue)
  if (!issue) throw new Error(`${snippet.id}: point ${point.id} names the unknown issue ${point.issue}`)
  const { id, weight, dimension, sub } = point
  const { title: text, wordings, misheard } = issue
  return { id, text, wordings, misheard, weight, dimension, sub, issueId: issue.id, askId: 'opener' }
}
