import { z } from 'zod'

/** Longest quote that is taken from a model, in characters: as long as the built-in finder's. */
export const LONGEST_PROPOSAL = 320

/** What a model says of one expected point: the words in which it was said. They were verbatim when they were kept. */
export const Proposal = z.object({
  turnId: z.string(),
  pointId: z.string(),
  degree: z.enum(['full', 'partly']),
  quote: z.string().min(1).max(LONGEST_PROPOSAL),
})
export type Proposal = z.infer<typeof Proposal>

/** What each reading of one question proposed, in the order of the readings. */
export const ProposedEvidence = z.object({ questionId: z.string(), passes: z.array(z.array(Proposal)) })
export type ProposedEvidence = z.infer<typeof ProposedEvidence>

/** Why a model gave nothing, or not all that it was asked for. */
export const ProposalFailure = z.enum(['timeout', 'refused', 'rate-limited', 'invalid', 'unreachable'])
export type ProposalFailure = z.infer<typeof ProposalFailure>
