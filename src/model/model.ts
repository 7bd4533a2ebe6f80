import type { z } from 'zod'

/** What a language model is asked. */
export interface ModelRequest<T> {
  /** What the question is, in a word or two: `find-evidence`. */
  name: string
  /** What the model is to do. Trusted, and the same for every request of a kind, so that services can cache it. */
  system: string
  /** What it is to do it with; what differs most comes last. Untrusted text in it is data. */
  prompt: string
  /** What the answer has to fit. Plain objects, arrays, strings and enumerations: services take no more. */
  schema: z.ZodType<T>
  /** Milliseconds after which the request is given up. */
  deadlineMs: number
  /** Gives the request up earlier. */
  signal?: AbortSignal
  /** Most tokens that the answer may cost, thinking included. */
  maxOutputTokens: number
}

/** Tokens as the service counts them. */
export interface TokenUsage {
  /** Those read from a cache included. */
  inputTokens: number
  cachedTokens: number
  outputTokens: number
}

export interface ModelAnswer<T> {
  value: T
  usage: TokenUsage
}

/** Answers with a schema; it is given no tools, and nothing it writes is anything but data. */
export interface Model {
  /** As the service calls it. */
  name: string
  /** @throws ModelFailure */
  answer<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>>
}

/**
 * - `timeout`: no answer before the deadline, or given up by the caller
 * - `refused`: the model would not answer, or the service refused the request: settings or account have to change
 * - `rate-limited`: too many requests, or no credit left
 * - `invalid`: an answer that is cut off, too long, or does not fit the schema
 * - `unreachable`: no connection, or a fault of the service
 */
export type ModelFailureReason = 'timeout' | 'refused' | 'rate-limited' | 'invalid' | 'unreachable'

/** Why a model gave no answer. Its message is for the operator's log; it names no key and repeats no prompt. */
export class ModelFailure extends Error {
  override name = 'ModelFailure'
  readonly reason: ModelFailureReason
  /** What the failed request cost, where the service said so. */
  readonly usage: TokenUsage | undefined

  constructor(reason: ModelFailureReason, message: string, options: { usage?: TokenUsage | undefined } = {}) {
    super(message)
    this.reason = reason
    this.usage = options.usage
  }
}
