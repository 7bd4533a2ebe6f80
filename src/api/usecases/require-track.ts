import type { Bank } from '../../domain/catalog/bank.ts'
import { Fault } from '../failure.ts'

/**
 * Makes sure that a track which was asked for exists; `auto` and none at all are fine.
 * @throws Fault `invalid` that names the field and the tracks there are
 */
export function requireTrack({ packs }: Pick<Bank, 'packs'>, field: string, track: string | undefined): void {
  if (track === undefined || track === 'auto' || packs.some(({ id }) => id === track)) return
  const known = packs.map(({ id }) => id).join(', ')
  throw new Fault('invalid', `${field}: there is no track ${track}.`, `There are ${known}.`)
}
