import type { TokenUsage } from './model.ts'

/** US dollars for a million tokens. */
export interface TokenPrices {
  input: number
  /** Of input that is read from the service's cache. */
  cached: number
  output: number
}

/** What the tokens cost, in US dollars, to a hundredth of a cent. */
export function priceTokens(
  { inputTokens, cachedTokens, outputTokens }: TokenUsage,
  prices: TokenPrices,
): number {
  const { input, cached, output } = prices
  const fresh = Math.max(0, inputTokens - cachedTokens)
  return Math.round((fresh * input + cachedTokens * cached + outputTokens * output) / 100) / 10_000
}
