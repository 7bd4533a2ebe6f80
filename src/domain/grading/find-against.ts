import type { DimensionId } from '../catalog/vocabulary.ts'
import type { ExpectedPoint, Question } from '../interview/question.ts'
import type { Evidence } from '../report/report.ts'
import { countWords } from './communication-evidence.ts'
import type { GradedTurn, Heard } from './grade.ts'
import type { TurnMatch } from './hear-points.ts'
import { isAnswer } from './is-answer.ts'
import { rules } from './rules.ts'
import { ON_TOPIC } from './score-relevance.ts'
import { splitSentences } from './split-sentences.ts'
import { isUnsure, toEvidence } from './to-evidence.ts'

/**
 * Relevant speech that earned nothing: for each ask and each dimension it aims at of which no expected point was
 * heard, a sentence of an on-topic answer to it in which nothing at all was found. Sentences with unsure words are
 * never taken.
 */
export function findAgainst(
  question: Question,
  turns: readonly GradedTurn[],
  expected: readonly ExpectedPoint[],
  heard: ReadonlyMap<string, Heard>,
  matches: readonly TurnMatch[],
): { dimension: DimensionId; evidence: Evidence }[] {
  const found: { dimension: DimensionId; evidence: Evidence }[] = []
  for (const { id: askId, dimensions } of question.asks) {
    const asked = expected.filter((point) => point.askId === askId)
    for (const dimension of dimensions) {
      const points = asked.filter((point) => point.dimension === dimension)
      if (points.length === 0 || points.some(({ id }) => heard.has(id))) continue
      const answers = turns.filter(({ entry, relevance }) => {
        return (entry.askId ?? 'opener') === askId && relevance >= ON_TOPIC
      })
      const missed = points.toSorted((a, b) => b.weight - a.weight)[0]
      const quote = answers.flatMap((turn) => emptySentence(turn, matches) ?? [])[0]
      if (!missed || !quote) continue
      const about = { point: missed.text, polarity: 'against' as const }
      const snippet = question.kind === 'code' ? { snippetId: question.id } : {}
      const evidence = toEvidence(quote.turn.entry, quote, { ...about, ...snippet })
      if (evidence) found.push({ dimension, evidence })
    }
  }
  return found
}

/** The longest sentence of a long enough answer that holds no match and no unsure word. */
function emptySentence(turn: GradedTurn, matches: readonly TurnMatch[]) {
  if (countWords(turn.entry.text) < rules.wordsAgainst) return undefined
  const own = matches.filter((item) => item.turn === turn).map(({ match }) => match)
  const empty = splitSentences(turn.entry.text).filter((sentence) => {
    const earned = own.some(({ from, to }) => from < sentence.to && sentence.from < to)
    return (
      !earned &&
      isAnswer(turn.entry.text, sentence) &&
      !isUnsure(turn.entry, sentence) &&
      countWords(sentence.text) >= 5
    )
  })
  const longest = empty.toSorted((a, b) => b.text.length - a.text.length)[0]
  return longest && { turn, from: longest.from, to: longest.to }
}
