import { checkSuggestion } from '../../domain/interview/check-suggestion.ts'
import type { NewEvent, SessionEvent } from '../../domain/interview/event.ts'
import type { Suggestable } from '../../domain/interview/find-suggestable.ts'
import { findSuggestable } from '../../domain/interview/find-suggestable.ts'
import { placeEvents } from '../../domain/interview/place-events.ts'
import type { Question } from '../../domain/interview/question.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import {
  ProposedFollowUp,
  SUGGESTION_PROMPT_VERSION,
  suggestionPrompt,
  suggestionSystem,
} from '../../domain/interview/suggestion-prompt.ts'
import { ModelFailure } from '../../model/model.ts'
import { priceTokens } from '../../model/price-tokens.ts'
import { countTokens } from '../count-tokens.ts'
import type { Dependencies, LanguageModel } from '../dependencies.ts'

/** A follow-up on what was said longer ago, in ms, would come out of the blue. */
const DEADLINE_MS = 20_000

const MOST_TOKENS = 1_000

/** Sessions that a model is being asked about in this process: guesses at a turn that is still being spoken come often. */
const underWay = new Set<string>()

/** Appends by other processes that are waited out before giving up. */
const ATTEMPTS = 3

/**
 * Asks the language model, where one is set up, for a follow-up on what the candidate has just said, and puts what it
 * proposes into the log, if it may be asked: the director then has it for a later turn. No turn waits for this, and when
 * it fails nothing is missing but the follow-up.
 * @throws StorageFailure
 */
export async function suggestFollowUp(dependencies: Dependencies, sessionId: string): Promise<void> {
  const { sessions, bank, languageModel } = dependencies
  if (!languageModel || underWay.has(sessionId)) return
  underWay.add(sessionId)
  try {
    const session = await sessions.find(sessionId, 'cache')
    const open = session && findSuggestable(session.state, bank)
    if (!open || wasAskedAbout(session.events, open.said.turnId)) return
    await keep(dependencies, sessionId, open, await propose(languageModel, session.state, open.question))
  } finally {
    underWay.delete(sessionId)
  }
}

function wasAskedAbout(events: readonly SessionEvent[], turnId: string): boolean {
  return events.some((event) => event.kind === 'suggestion-asked' && event.turnId === turnId)
}

async function keep(
  { sessions, now }: Dependencies,
  sessionId: string,
  { question, said }: Suggestable,
  proposed: Awaited<ReturnType<typeof propose>>,
): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const isDone = await sessions.inTurn(sessionId, async () => {
      const session = await sessions.find(sessionId)
      if (!session || session.state.phase === 'finished') return true
      const text = proposed.text && checkSuggestion(session.state, question, proposed.text)
      const asked: NewEvent = {
        kind: 'suggestion-asked',
        questionId: question.id,
        turnId: said.turnId,
        dropped: proposed.text && !text ? 1 : 0,
        ...proposed.asked,
      }
      const made: NewEvent[] = text ? [{ kind: 'suggestion-made', questionId: question.id, text }] : []
      const events = placeEvents(session.state, [asked, ...made], `suggest:${said.turnId}`, now())
      return (await sessions.append(session, events)) !== 'conflict'
    })
    if (isDone) return
  }
}

async function propose({ model, prices }: LanguageModel, state: SessionState, question: Question) {
  const tokens = countTokens(model)
  const asked = (failed?: ModelFailure['reason']) => ({
    model: model.name,
    version: SUGGESTION_PROMPT_VERSION,
    usage: tokens.counted(),
    ...(prices ? { cost: priceTokens(tokens.counted(), prices) } : {}),
    ...(failed ? { failed } : {}),
  })
  try {
    const { question: text } = await tokens.ask({
      name: 'follow-up',
      system: suggestionSystem,
      prompt: suggestionPrompt(state, question),
      schema: ProposedFollowUp,
      deadlineMs: DEADLINE_MS,
      maxOutputTokens: MOST_TOKENS,
    })
    return { text, asked: asked() }
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    return { text: '', asked: asked(error.reason) }
  }
}
