import type { NewEvent } from '../../domain/interview/event.ts'
import { addCompetencies } from '../../domain/jd/add-competencies.ts'
import {
  COMPETENCY_PROMPT_VERSION,
  competencyPrompt,
  competencySystem,
  NamedCompetencies,
} from '../../domain/jd/competency-prompt.ts'
import type { JdProfile } from '../../domain/jd/jd-profile.ts'
import { readJd } from '../../domain/jd/read-jd.ts'
import { ModelFailure } from '../../model/model.ts'
import { priceTokens } from '../../model/price-tokens.ts'
import { countTokens } from '../count-tokens.ts'
import type { Dependencies } from '../dependencies.ts'

/** Somebody waits for the plan: a model that has not answered after this, in ms, was not needed. */
const DEADLINE_MS = 2_000

const MOST_TOKENS = 2_000

interface PostingRead {
  profile: JdProfile
  /** What is to be logged of the model; nothing where none was asked. */
  events: NewEvent[]
}

/**
 * Reads a job description by the content's vocabulary. Where a language model is set up, it may add competencies, each
 * grounded in words of the text; when it fails, the log says so and the reading stands as it is.
 */
export async function readPosting({ bank, languageModel }: Dependencies, text: string): Promise<PostingRead> {
  const profile = readJd(text, bank)
  if (!languageModel || profile.kind !== 'engineering') return { profile, events: [] }
  const { model, prices } = languageModel
  const tokens = countTokens(model)
  const done = (read: {
    profile: JdProfile
    dropped: number
    failed?: ModelFailure['reason']
  }): PostingRead => {
    const known = new Set(profile.competencies.map(({ id }) => id))
    const usage = tokens.counted()
    const event: NewEvent = {
      kind: 'posting-read',
      model: model.name,
      version: COMPETENCY_PROMPT_VERSION,
      added: read.profile.competencies.map(({ id }) => id).filter((id) => !known.has(id)),
      dropped: read.dropped,
      usage,
      ...(prices ? { cost: priceTokens(usage, prices) } : {}),
      ...(read.failed ? { failed: read.failed } : {}),
    }
    return { profile: read.profile, events: [event] }
  }
  try {
    const { competencies } = await tokens.ask({
      name: 'competencies',
      system: competencySystem,
      prompt: competencyPrompt(bank, profile.text),
      schema: NamedCompetencies,
      deadlineMs: DEADLINE_MS,
      maxOutputTokens: MOST_TOKENS,
    })
    return done(addCompetencies(profile, competencies, bank))
  } catch (error) {
    if (!(error instanceof ModelFailure)) throw error
    return done({ profile, dropped: 0, failed: error.reason })
  }
}
