import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Model, ModelFailureReason, ModelRequest } from './model.ts'
import { ModelFailure } from './model.ts'

const Answer = z.object({ colour: z.enum(['red', 'blue']), words: z.array(z.string()) })

const request: ModelRequest<z.infer<typeof Answer>> = {
  name: 'colour',
  system: 'Say which colour is meant.',
  prompt: 'The colour of the sea. Marker-7f3a.',
  schema: Answer,
  deadlineMs: 5_000,
  maxOutputTokens: 100,
}

/** How a service can fail. */
export type ModelTrouble =
  | 'hangs'
  | 'drips'
  | 'redirects'
  | 'breaks off'
  | 'answers 400'
  | 'answers 401'
  | 'answers 429'
  | 'answers 500'
  | 'truncates'
  | 'talks'
  | 'other shape'
  | 'overlong'
  | 'no completion'
  | 'declines'
  | 'calls a tool'
  | 'is gone'
  | 'is well'

export interface ModelUnderTest {
  model: Model
  /** Makes the service fail from now on. */
  trouble(kind: ModelTrouble): Promise<void> | void
  /** Everything that was sent so far. */
  sent(): string
  apiKey: string
  stop(): Promise<void>
}

const slow: Partial<typeof request> = { deadlineMs: 150 }

const troubles: [ModelTrouble, ModelFailureReason, Partial<typeof request>][] = [
  ['hangs', 'timeout', slow],
  ['drips', 'timeout', slow],
  ['redirects', 'unreachable', {}],
  ['breaks off', 'unreachable', {}],
  ['answers 400', 'refused', {}],
  ['answers 401', 'refused', {}],
  ['answers 429', 'rate-limited', {}],
  ['answers 500', 'unreachable', {}],
  ['truncates', 'invalid', {}],
  ['talks', 'invalid', {}],
  ['other shape', 'invalid', {}],
  ['overlong', 'invalid', {}],
  ['no completion', 'invalid', {}],
  ['declines', 'refused', {}],
  ['calls a tool', 'invalid', {}],
  ['is gone', 'unreachable', {}],
]

/** What every model promises. `open` gives one that answers `{ colour: 'blue', words: ['sea'] }`. */
export function describeModel(name: string, open: () => Promise<ModelUnderTest>): void {
  describe(`model: ${name}`, () => {
    let subject: ModelUnderTest
    beforeEach(async () => {
      subject = await open()
    })
    afterEach(() => subject.stop())

    const failureOf = async (changes: Partial<typeof request> = {}): Promise<ModelFailure> => {
      const error = await subject.model.answer({ ...request, ...changes }).catch((caught: unknown) => caught)
      if (!(error instanceof ModelFailure))
        throw new Error('it did not fail as a model fails', { cause: error })
      return error
    }

    test('answers with a value that fits the schema, and says what it cost', async () => {
      const { value, usage } = await subject.model.answer(request)
      expect(value).toEqual({ colour: 'blue', words: ['sea'] })
      expect(usage.inputTokens).toBeGreaterThan(0)
      expect(usage.outputTokens).toBeGreaterThan(0)
      expect(usage.cachedTokens).toBe(0)
    })

    test('a long beginning that was sent before is counted as cached', async () => {
      const long = { ...request, system: 'The same words again. '.repeat(400) }
      await subject.model.answer(long)
      const { usage } = await subject.model.answer({ ...long, prompt: 'The colour of blood.' })
      expect(usage.cachedTokens).toBeGreaterThan(1_000)
      expect(usage.cachedTokens).toBeLessThanOrEqual(usage.inputTokens)
    })

    test('sends what it was given and no tools', async () => {
      await subject.model.answer(request)
      expect(subject.sent()).toContain(request.system)
      expect(subject.sent()).toContain(request.prompt)
      expect(subject.sent()).not.toContain('"tools"')
    })

    test.each(troubles)('a service that %s is a failure: %s', async (trouble, reason, changes) => {
      await subject.model.answer(request)
      await subject.trouble(trouble)
      const failure = await failureOf(changes)
      expect(failure.reason).toBe(reason)
      expect(`${failure.stack} ${JSON.stringify(failure)}`).not.toContain(subject.apiKey)
      expect(failure.message).not.toContain('Marker-7f3a')
    })

    test('a caller who gives up is answered at once', async () => {
      await subject.trouble('hangs')
      const controller = new AbortController()
      const failing = failureOf({ signal: controller.signal, deadlineMs: 600_000 })
      controller.abort()
      expect((await failing).reason).toBe('timeout')
    })

    test('an answer that was cut off still says what it cost', async () => {
      await subject.trouble('truncates')
      expect((await failureOf()).usage?.outputTokens).toBeGreaterThan(0)
    })

    test('works again once the service does', async () => {
      await subject.trouble('answers 500')
      expect((await failureOf()).reason).toBe('unreachable')
      await subject.trouble('is well')
      expect((await subject.model.answer(request)).value.colour).toBe('blue')
    })
  })
}
