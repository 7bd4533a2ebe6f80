import type { Model, ModelRequest, TokenUsage } from '../model/model.ts'
import { ModelFailure } from '../model/model.ts'

/** A model whose requests are counted, those that failed included. */
export interface TokenCount {
  /** @throws ModelFailure */
  ask<T>(request: ModelRequest<T>): Promise<T>
  counted(): TokenUsage & { calls: number }
}

/** Counts what a model is asked from now on. */
export function countTokens(model: Model): TokenCount {
  const total = { calls: 0, inputTokens: 0, cachedTokens: 0, outputTokens: 0 }
  const add = (usage: TokenUsage) => {
    total.inputTokens += usage.inputTokens
    total.cachedTokens += usage.cachedTokens
    total.outputTokens += usage.outputTokens
  }
  return {
    async ask(request) {
      total.calls += 1
      try {
        const { value, usage } = await model.answer(request)
        add(usage)
        return value
      } catch (error) {
        if (error instanceof ModelFailure && error.usage) add(error.usage)
        throw error
      }
    },
    counted: () => ({ ...total }),
  }
}
