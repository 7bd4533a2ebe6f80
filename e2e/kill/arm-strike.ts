import type { Said } from './table.ts'

/** What a kill is aimed at: any moment, the work on a request, or the answer to it as it comes in. */
export type Aim =
  { stage: 'any' } | { stage: 'during'; kind: Said['kind'] } | { stage: 'answering'; kind: Said['kind'] }

export interface Strike {
  /** Something has been sent. */
  sent(said: Said): void
  /** The first bytes of its answer are there. */
  begun(said: Said): void
  /** The whole answer is there, this long after it was sent. */
  answered(said: Said, tookMs: number): void
  /** Resolves when the server is dead, struck now if nothing it was aimed at came by. Gives where it struck. */
  over(): Promise<string>
}

/** How long an answer took last, by kind, in ms. */
export type Took = Record<Said['kind'], number>

/**
 * Arms one kill: it strikes at a chance one of the moments that it is aimed at; `during` a request within the time
 * that the last of its kind `took`, which it keeps up to date.
 */
export function armStrike(aim: Aim, random: () => number, took: Took, kill: () => Promise<void>): Strike {
  let left = 1 + Math.floor(random() * (aim.stage === 'any' ? 60 : 4))
  let timer: NodeJS.Timeout | undefined
  let target: Said | undefined
  let struck: { where: string; dead: Promise<void> } | undefined
  const strike = (where: string) => (struck ??= { where, dead: kill() })
  const isHit = (said: Said) => {
    if (struck || target || (aim.stage !== 'any' && aim.kind !== said.kind)) return false
    left -= 1
    return left === 0
  }
  return {
    sent(said) {
      if (aim.stage === 'answering' || !isHit(said)) return
      if (aim.stage === 'any') return void strike('between requests')
      target = said
      timer = setTimeout(() => strike(`during ${said.kind}`), random() * took[said.kind])
    },
    begun(said) {
      if (aim.stage === 'answering' && isHit(said)) strike(`answering ${said.kind}`)
    },
    answered(said, tookMs) {
      took[said.kind] = tookMs
      if (said === target) strike(`right after ${said.kind}`)
      else if (aim.stage === 'any' && isHit(said)) strike('between requests')
    },
    async over() {
      clearTimeout(timer)
      const { where, dead } = strike('at rest')
      await dead
      return where
    },
  }
}
