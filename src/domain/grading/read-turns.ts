import type { BankSnippet } from '../catalog/bank.ts'
import type { Question } from '../interview/question.ts'
import type { Entry } from '../interview/state.ts'
import type { Finder } from './finder.ts'
import type { GradedTurn } from './grade.ts'
import { pointsAskedFor } from './points-asked-for.ts'
import { relevanceOfSaid } from './relevance-of-said.ts'
import { topicOf } from './topic-of.ts'

/**
 * The candidate's turns on one question, each with what it answers: the ask, and any hint or term said just before
 * it, whose words earn nothing when they are said back.
 */
export function readTurns(
  transcript: readonly Entry[],
  question: Question,
  snippet: BankSnippet | undefined,
  finder: Finder,
): GradedTurn[] {
  const topic = topicOf(question)
  const hints = snippet?.issues.flatMap((issue) => [...issue.hints]) ?? []
  const asks = new Map(question.asks.map(({ id, text }) => [id, text]))
  const turns: GradedTurn[] = []
  let said = ''
  for (const entry of transcript) {
    if (entry.speaker === 'agent') {
      said += `\n${entry.text}`
      continue
    }
    if (entry.questionId === question.id) {
      const given = hints.filter((hint) => said.includes(hint))
      const term = entry.askedTerm ? [entry.askedTerm] : []
      const asked = [asks.get(entry.askId ?? 'opener') ?? '', ...given, ...term].join('\n')
      turns.push({
        entry,
        asked,
        askedFor: pointsAskedFor(question, entry.askId),
        relevance: relevanceOfSaid(finder, entry, { asked, topic }),
      })
    }
    said = ''
  }
  return turns
}
