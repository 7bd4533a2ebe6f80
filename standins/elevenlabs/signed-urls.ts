import { randomBytes } from 'node:crypto'

const LIFE_MS = 15 * 60_000

export interface SignedUrls {
  /** A signature with which one conversation with the agent can be started within 15 minutes. */
  issue(agentId: string): string
  /** Whether the signature starts a conversation with the agent now; it does so once. */
  redeem(agentId: string, signature: string): boolean
}

/** @param now milliseconds since 1970 */
export function createSignedUrls(now: () => number): SignedUrls {
  const open = new Map<string, { agentId: string; until: number }>()
  return {
    issue(agentId) {
      const signature = `cvtkn_${randomBytes(12).toString('hex')}`
      open.set(signature, { agentId, until: now() + LIFE_MS })
      return signature
    },
    redeem(agentId, signature) {
      const found = open.get(signature)
      open.delete(signature)
      return found !== undefined && found.agentId === agentId && now() < found.until
    },
  }
}
