/** Tokens that a prompt has at least before any of it is cached, and the steps in which it is. */
const CACHED_FROM = 1_024
const CACHED_STEP = 128

/** Characters of one token, roughly. */
const CHARACTERS = 4

interface Usage {
  prompt_tokens: number
  completion_tokens: number
  total_tokens: number
  prompt_tokens_details: { cached_tokens: number }
}

/** Counts tokens as the service does, roughly: the beginning that a prompt shares with an earlier one is cached. */
export function createUsageCounter(): (prompt: string, completion: string) => Usage {
  const earlier: string[] = []
  return (prompt, completion) => {
    const shared = Math.max(0, ...earlier.map((other) => sharedLength(other, prompt)))
    earlier.push(prompt)
    const [prompt_tokens, completion_tokens, common] = [prompt.length, completion.length, shared].map(
      (characters) => Math.ceil(characters / CHARACTERS),
    ) as [number, number, number]
    const cached_tokens = common < CACHED_FROM ? 0 : common - (common % CACHED_STEP)
    const total_tokens = prompt_tokens + completion_tokens
    return { prompt_tokens, completion_tokens, total_tokens, prompt_tokens_details: { cached_tokens } }
  }
}

function sharedLength(a: string, b: string): number {
  const most = Math.min(a.length, b.length)
  let length = 0
  while (length < most && a[length] === b[length]) length += 1
  return length
}
