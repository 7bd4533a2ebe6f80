import { findInSaid } from '../../grading/find-in-said.ts'
import { keepBest } from '../../grading/keep-best.ts'
import { pointsAskedFor } from '../../grading/points-asked-for.ts'
import { relevanceOfSaid } from '../../grading/relevance-of-said.ts'
import { ON_TOPIC } from '../../grading/score-relevance.ts'
import { topicOf } from '../../grading/topic-of.ts'
import type { FinderPoint, Topic } from '../../grading/finder.ts'
import { canShow } from '../can-show.ts'
import type { NewEvent } from '../event.ts'
import type { Question } from '../question.ts'
import { questionState } from '../question-state.ts'
import type { Entry } from '../state.ts'
import type { Draft } from './draft.ts'
import { speaksOfWork } from './speaks-of-work.ts'

/** What the finder hears of a question's points and signals in one of its turns, as it was heard and as it was meant. */
export function hear(
  draft: Draft,
  question: Question,
  said: Entry,
): Extract<NewEvent, { kind: 'points-heard' }> {
  const { finder } = draft.sources
  const { turnId, text, askId = 'opener' } = said
  const asked = askedBefore(draft, question, said)
  const shown = new Map(
    question.points.filter((point) => canShow(askId, point)).map((point) => [point.id, point]),
  )
  const askedFor = pointsAskedFor(question, askId)
  const found = keepBest(findInSaid(finder, said, { asked, points: question.points, askedFor }))
  const matches = found.filter(({ pointId }) => shown.has(pointId))
  const { topic, signals: known } = listeningFor(question)
  const signals = keepBest(findInSaid(finder, said, { asked, points: known }))
  const onTopic =
    found.length > 0 ||
    question.kind === 'wrap-up' ||
    (question.kind === 'background' && speaksOfWork(text)) ||
    relevanceOfSaid(finder, said, { asked, topic }) >= ON_TOPIC
  return {
    kind: 'points-heard',
    turnId,
    questionId: question.id,
    askId,
    points: matches.map(({ pointId, degree }) => {
      const issueId = shown.get(pointId)?.issueId
      return { id: pointId, degree, ...(issueId ? { issueId } : {}) }
    }),
    signals: signals.map(({ pointId }) => pointId),
    onTopic,
  }
}

/** The ask, and any hint or term said since the last turn: their words earn nothing when they are said back. */
function askedBefore({ state }: Draft, question: Question, { turnId, askId, askedTerm }: Entry): string {
  const ask = question.asks.find(({ id }) => id === askId)?.text ?? state.current?.text ?? ''
  const isHinted = Object.keys(questionState(state, question.id).hints).length > 0
  const own = state.transcript.findIndex((entry) => entry.speaker === 'candidate' && entry.turnId === turnId)
  const before = state.transcript.slice(0, own)
  const since = before.findLastIndex(({ speaker }) => speaker === 'candidate') + 1
  const lines = isHinted ? before.slice(since) : []
  return [ask, ...lines.map(({ text }) => text), ...(askedTerm ? [askedTerm] : [])].join('\n')
}

interface Listening {
  topic: Topic
  signals: FinderPoint[]
}

/** What to listen for beside the points; kept by the identity of a question's points, as the finder does. */
const listening = new WeakMap<Question['points'], Listening>()

function listeningFor(question: Question): Listening {
  const known = listening.get(question.points)
  if (known) return known
  const made = {
    topic: topicOf(question),
    signals: question.signals.map(({ id, wordings }) => ({
      id,
      text: wordings[0] ?? id,
      wordings,
      misheard: [],
    })),
  }
  listening.set(question.points, made)
  return made
}
