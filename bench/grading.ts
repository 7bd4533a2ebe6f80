import { playCandidate } from '../src/api/play-candidate.ts'
import { openTestApp, spoken } from '../src/api/test-app.ts'
import { buildReport } from '../src/domain/report/build-report.ts'
import { cpuMs } from './cpu-ms.ts'
import type { Figure } from './figure.ts'

/** CPU milliseconds to grade a whole interview of a strong candidate, once warm. A plain figure against its budget. */
export async function measureGrading(): Promise<Figure[]> {
  const { newClient, dependencies, passTime } = openTestApp()
  const { bank, finder, sessions } = dependencies
  const client = newClient()
  const { id } = await client.create()
  let frames = await client.turn(id, 'open', '')
  for (let turn = 1; turn < 60; turn += 1) {
    const done = frames.at(-1)
    if (done?.event === 'done' && done.data.ended) break
    passTime(60_000)
    frames = await client.turn(id, `t${turn}`, playCandidate(bank, 'strong', spoken(frames)))
  }
  const state = (await sessions.find(id))?.state
  if (!state) throw new Error('the interview was not kept')
  const value = cpuMs(() => void buildReport(state, bank, finder, new Date(0).toISOString(), id))
  return [
    {
      id: 'grade',
      what: 'a 40-minute interview graded',
      value,
      baseline: null,
      ratio: value,
      goal: 200,
      aim: 50,
      unit: 'ms CPU',
    },
  ]
}
