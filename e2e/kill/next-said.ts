import { playCandidate } from '../../src/api/play-candidate.ts'
import { readFrames, spoken } from '../../src/api/test-app.ts'
import type { Bank } from '../../src/domain/catalog/bank.ts'
import { doneOf } from '../http-client.ts'
import type { Said, Table } from './table.ts'

/** What a strong candidate sends next; `wanted` comes up more often than the rest. */
export function nextSaid({ taken }: Table, bank: Bank, random: () => number, wanted?: Said['kind']): Said {
  const spokenLast = taken.findLast(({ kind }) => kind === 'turn')
  if (!spokenLast) return { kind: 'turn', id: 'open', text: '' }
  const id = `${taken.length}-${Math.floor(random() * 1e9)}`
  const kind = chooseKind(taken, doneOf(spokenLast.answer).ended, random, wanted)
  switch (kind) {
    case 'turn':
      return { kind, id, text: playCandidate(bank, 'strong', spoken(readFrames(spokenLast.answer))) }
    case 'note':
      return { kind, id, text: `note ${id}` }
    case 'hold':
      return { kind, id, text: isOnHold(taken) ? 'off' : 'on' }
    case 'finish':
      return { kind, id, text: '' }
  }
}

function chooseKind(
  taken: Said[],
  isEnded: boolean,
  random: () => number,
  wanted?: Said['kind'],
): Said['kind'] {
  if (wanted && random() < (wanted === 'finish' ? 0.1 : 0.4) && !(isEnded && wanted === 'turn')) return wanted
  if (taken.at(-1)?.kind === 'turn' && random() < 0.3) return random() < 0.6 ? 'note' : 'hold'
  return isEnded ? 'finish' : 'turn'
}

/** A hold lasts until it is taken off or the candidate speaks. */
function isOnHold(taken: Said[]): boolean {
  return taken.findLast(({ kind }) => kind === 'hold' || kind === 'turn')?.text === 'on'
}
