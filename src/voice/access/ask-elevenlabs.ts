import { z } from 'zod'
import { VoiceAccessFailure } from '../voice-access.ts'

export interface ElevenLabsAccount {
  apiKey: string
  /** Where the API is: `https://api.elevenlabs.io`, or what stands in for it. */
  baseUrl: string
  /** Milliseconds after which a request is given up. */
  timeoutMs?: number
}

export interface ElevenLabsRequest {
  method: 'GET' | 'POST' | 'PATCH'
  /** Path and query. */
  path: string
  /** Sent as JSON. */
  body?: unknown
}

const DEFAULT_TIMEOUT_MS = 5_000

const Refused = z.object({ detail: z.object({ status: z.string(), message: z.string() }) })

/**
 * What the API of ElevenLabs answers; undefined for an answer that is no JSON.
 * @throws VoiceAccessFailure when it refuses, or does not answer in time.
 */
export async function askElevenLabs(
  { apiKey, baseUrl, timeoutMs = DEFAULT_TIMEOUT_MS }: ElevenLabsAccount,
  { method, path, body }: ElevenLabsRequest,
): Promise<unknown> {
  const url = new URL(path, baseUrl)
  const sent = body === undefined ? {} : { body: JSON.stringify(body) }
  const type = body === undefined ? {} : { 'content-type': 'application/json' }
  const signal = AbortSignal.timeout(timeoutMs)
  const headers = { 'xi-api-key': apiKey, ...type }
  let response: Response
  try {
    response = await fetch(url, { method, headers, signal, redirect: 'error', ...sent })
  } catch (cause) {
    throw new VoiceAccessFailure('unreachable', `ElevenLabs at ${url.origin} did not answer`, { cause })
  }
  const answer = await readJson(response)
  if (!response.ok) throw refusal(response.status, answer)
  return answer
}

/** The timeout of the request holds for its body, too. */
async function readJson(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw new VoiceAccessFailure('unreachable', 'ElevenLabs broke off its answer', { cause })
  }
}

/** Longest part of a refusal that is kept, in characters. */
const LONGEST_DETAIL = 1_000

/** Too many requests, and faults of its own, pass; anything else is for the operator to mend. */
function refusal(status: number, answer: unknown): VoiceAccessFailure {
  const refused = Refused.safeParse(answer)
  const detail = refused.success
    ? `${refused.data.detail.status}: ${refused.data.detail.message}`
    : (JSON.stringify(answer) ?? '')
  const reason = status === 429 || status >= 500 ? 'unreachable' : 'refused'
  return new VoiceAccessFailure(
    reason,
    `ElevenLabs answered ${status} ${detail.slice(0, LONGEST_DETAIL)}`.trim(),
  )
}
