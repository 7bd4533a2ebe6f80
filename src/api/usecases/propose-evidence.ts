import { Checklist } from '../../domain/grading/checklist.ts'
import { CHECKLIST_VERSION, checklistPrompt, checklistSystem } from '../../domain/grading/checklist-prompt.ts'
import type { Proposal, ProposalFailure } from '../../domain/grading/proposal.ts'
import { questionsToRead } from '../../domain/grading/questions-to-read.ts'
import { readChecklist } from '../../domain/grading/read-checklist.ts'
import type { NewEvent } from '../../domain/interview/event.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import { ModelFailure } from '../../model/model.ts'
import { priceTokens } from '../../model/price-tokens.ts'
import type { Dependencies } from '../dependencies.ts'
import { countTokens, type TokenCount } from '../count-tokens.ts'

/** Most tokens of one checklist, a model's thinking included. */
const MOST_TOKENS = 8_000

type Readable = ReturnType<typeof questionsToRead>[number]

interface Reading {
  passes: Proposal[][]
  dropped: number
  failed?: ProposalFailure
}

/**
 * Asks the language model what was said, question by question at the same time and each several times, and gives what it
 * proposes as an event: with it in the log, no later grading asks a model again. A question of which most readings fail
 * goes without. No event where no model is set up, or nothing was answered.
 *
 * @param turnId only the question of this turn is read, after its words were corrected
 */
export async function proposeEvidence(
  { bank, finder, languageModel }: Dependencies,
  state: SessionState,
  turnId?: string,
): Promise<NewEvent[]> {
  const questions = languageModel ? questionsToRead(state, bank, finder, turnId) : []
  if (!languageModel || questions.length === 0) return []
  const { model, passes, deadlineMs, prices } = languageModel
  const tokens = countTokens(model)
  const signal = AbortSignal.timeout(deadlineMs)
  const until = { deadlineMs, signal }
  const read = await Promise.all(questions.map((each) => readQuestion(tokens, each, passes, until)))
  const usage = tokens.counted()
  const failed = read.find((reading) => reading.failed)?.failed
  return [
    {
      kind: 'evidence-proposed',
      model: model.name,
      version: CHECKLIST_VERSION,
      questions: read.flatMap((reading, index) => {
        const questionId = questions[index]?.question.id
        return questionId === undefined || reading.failed ? [] : [{ questionId, passes: reading.passes }]
      }),
      dropped: read.reduce((sum, { dropped }) => sum + dropped, 0),
      usage,
      ...(prices ? { cost: priceTokens(usage, prices) } : {}),
      ...(failed ? { failed } : {}),
    },
  ]
}

/** One question, read one time after the other: the later ones find its beginning in the service's cache. */
async function readQuestion(
  { ask }: TokenCount,
  { question, turns }: Readable,
  wanted: number,
  until: { deadlineMs: number; signal: AbortSignal },
): Promise<Reading> {
  const request = {
    name: 'checklist',
    system: checklistSystem,
    prompt: checklistPrompt(question, turns),
    schema: Checklist,
    ...until,
    maxOutputTokens: MOST_TOKENS,
  }
  const reading: Reading = { passes: [], dropped: 0 }
  let failures = 0
  while (reading.passes.length + failures < wanted) {
    try {
      const { proposals, dropped } = readChecklist(await ask(request), question.points, turns)
      reading.passes.push(proposals)
      reading.dropped += dropped
    } catch (error) {
      if (!(error instanceof ModelFailure)) throw error
      failures += 1
      if (failures * 2 >= wanted) return { ...reading, failed: error.reason }
    }
  }
  return reading
}
