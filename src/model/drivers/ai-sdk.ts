import type { LanguageModelUsage } from 'ai'
import { type Model, type ModelAnswer, ModelFailure, type ModelRequest, type TokenUsage } from '../model.ts'
import { limitBody, OverlongBody } from './limit-body.ts'

export interface AiSdkSettings {
  apiKey: string
  /** Where the API is, its version included: `https://api.openai.com/v1`, or any address that speaks like it. */
  baseUrl: string
  /** The model, as that address calls it. */
  model: string
}

/** Bytes of an answer that are read; the longest that is asked for has a twentieth of it. */
const MOST_BYTES = 1_000_000

/**
 * A model behind an OpenAI-compatible address (`POST /chat/completions` with `json_schema`), through the AI SDK. It does
 * not retry, follows no redirect, offers no tools and leaves the sampling as the service has it.
 */
export function createAiSdkModel({ apiKey, baseUrl, model }: AiSdkSettings): Model {
  let loading: ReturnType<typeof loadSdk> | undefined
  const { origin } = new URL(baseUrl)
  return {
    name: model,
    async answer<T>(request: ModelRequest<T>): Promise<ModelAnswer<T>> {
      const deadline = AbortSignal.timeout(request.deadlineMs)
      const abortSignal = request.signal ? AbortSignal.any([deadline, request.signal]) : deadline
      const { sdk, createOpenAI } = await (loading ??= loadSdk())
      const provider = createOpenAI({ apiKey, baseURL: baseUrl, fetch: limitBody(MOST_BYTES) })
      try {
        const { output, usage } = await sdk.generateText({
          model: provider.chat(model),
          instructions: request.system,
          prompt: request.prompt,
          output: sdk.Output.object({ schema: request.schema, name: request.name }),
          maxOutputTokens: request.maxOutputTokens,
          maxRetries: 0,
          abortSignal,
        })
        return { value: output, usage: toUsage(usage) }
      } catch (error) {
        if (abortSignal.aborted) throw new ModelFailure('timeout', `${origin} did not answer in time`)
        throw toFailure(sdk, error, origin)
      }
    },
  }
}

type Sdk = typeof import('ai')

/** The SDK is read at the first question, so that a server is up without it. */
async function loadSdk() {
  const [sdk, { createOpenAI }] = await Promise.all([import('ai'), import('@ai-sdk/openai')])
  return { sdk, createOpenAI }
}

function toFailure(sdk: Sdk, error: unknown, origin: string): ModelFailure {
  if (sdk.NoObjectGeneratedError.isInstance(error)) {
    const usage = error.usage && toUsage(error.usage)
    return error.finishReason === 'content-filter'
      ? new ModelFailure('refused', `The model at ${origin} would not answer`, { usage })
      : new ModelFailure('invalid', `The answer of ${origin} does not fit: ${error.message}`, { usage })
  }
  if (sdk.APICallError.isInstance(error)) return toRefusal(sdk, error, origin)
  if (sdk.AISDKError.isInstance(error)) {
    return new ModelFailure('invalid', `The answer of ${origin} does not fit: ${error.name}`)
  }
  return new ModelFailure('unreachable', `${origin} could not be reached`)
}

interface CallError {
  statusCode?: number | undefined
  cause?: unknown
}

function toRefusal(sdk: Sdk, { statusCode = 0, cause }: CallError, origin: string): ModelFailure {
  if (OverlongBody.isCauseOf(cause)) {
    return new ModelFailure('invalid', `The answer of ${origin} is longer than ${MOST_BYTES} bytes`)
  }
  const said = `${origin} answered ${statusCode || 'nothing'}`
  if (statusCode === 429) return new ModelFailure('rate-limited', said)
  if (statusCode >= 400 && statusCode < 500) return new ModelFailure('refused', said)
  const isRead = sdk.JSONParseError.isInstance(cause) || sdk.TypeValidationError.isInstance(cause)
  return isRead && statusCode < 400
    ? new ModelFailure('invalid', `The answer of ${origin} is no completion`)
    : new ModelFailure('unreachable', said)
}

function toUsage({ inputTokens, outputTokens, inputTokenDetails }: LanguageModelUsage): TokenUsage {
  return {
    inputTokens: inputTokens ?? 0,
    cachedTokens: inputTokenDetails.cacheReadTokens ?? 0,
    outputTokens: outputTokens ?? 0,
  }
}
