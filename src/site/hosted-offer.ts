import type { Credits } from '../wire/credits.ts'

/** What an interview by ElevenLabs costs this visitor now. */
export interface HostedOffer {
  /** A sentence for the page before Join; null where nothing is sold. */
  says: string | null
  /** A few words for the choice of the voice; empty where nothing is sold. */
  price: string
  /** A credit has to be bought first. */
  mustBuy: boolean
}

/** What a credit does for this session, by what the account says of it. */
export function hostedOffer({ sells, balance, statement }: Credits, sessionId: string): HostedOffer {
  if (sells.length === 0) return { says: null, price: '', mustBuy: false }
  const last = statement.find((line) => 'sessionId' in line && line.sessionId === sessionId)
  if (last?.kind === 'held') {
    return {
      says: 'One credit is held for this session. It is used when the code begins, and comes back if you stop before.',
      price: 'your credit is held',
      mustBuy: false,
    }
  }
  if (last?.kind === 'captured') {
    return {
      says: 'The credit of this session is used: going on costs nothing more.',
      price: 'paid',
      mustBuy: false,
    }
  }
  const has = balance === 1 ? 'You have 1.' : `You have ${balance === 0 ? 'none' : balance}.`
  return {
    says: `The voice of ElevenLabs costs 1 credit, used when the code begins. ${has} Typing and this device’s voice are free.`,
    price: balance === 0 ? '1 credit; you have none' : `1 credit; you have ${balance}`,
    mustBuy: balance === 0,
  }
}
