import type { BankSnippet } from '../catalog/bank.ts'
import type { Issue } from '../catalog/snippet.ts'
import type { ExpectedPoint, Question } from './question.ts'
import {
  codeSubScoreOf,
  followUpAsks,
  openerAsk,
  ownPoint,
  probeAsks,
  probePoints,
} from './question-parts.ts'

/** A snippet as a question of section B. Finding an issue is a point, with the issue's wordings. */
export function snippetQuestion(snippet: BankSnippet): Question {
  const points = [
    ...snippet.issues.map(findingPoint),
    ...snippet.points.map(ownPoint),
    ...probePoints(snippet.probes, codeSubScoreOf),
  ]
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

function findingPoint({ id: issueId, title, finding, wordings, misheard }: Issue): ExpectedPoint {
  return {
    ...finding,
    text: title,
    wordings,
    misheard,
    dimension: 'debugging',
    sub: 'correctness',
    issueId,
    askId: 'opener',
  }
}
