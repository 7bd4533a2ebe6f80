import type { Bank } from '../src/domain/catalog/bank.ts'
import type { Candidate } from '../src/api/play-candidate.ts'
import { playCandidate } from '../src/api/play-candidate.ts'
import { readFrames, spoken } from '../src/api/test-app.ts'
import type { HttpClient } from './http-client.ts'
import { doneOf } from './http-client.ts'

/** Plays a new interview until `enough` of what `done` says, at most to the closing line. Gives its id. */
export async function playOverHttp(
  client: HttpClient,
  bank: Bank,
  candidate: Candidate,
  enough: (done: ReturnType<typeof doneOf>) => boolean = () => false,
): Promise<string> {
  const id = await client.create()
  let body = await client.turn(id, 'open', '')
  for (let turn = 1; turn <= 80 && !doneOf(body).ended && !enough(doneOf(body)); turn += 1) {
    body = await client.turn(id, `t${turn}`, playCandidate(bank, candidate, spoken(readFrames(body))))
  }
  return id
}
