import type { Candidate } from '../src/api/play-candidate.ts'
import { playCandidate } from '../src/api/play-candidate.ts'
import { openTestApp, readFrames, spoken } from '../src/api/test-app.ts'
import { Report } from '../src/domain/report/report.ts'
import { createRecorder } from '../src/voice/create-recorder.ts'

const FRAME_MS = 32

export interface SpokenInterview {
  id: string
  /** `name=value` of its owner. */
  cookie: string
  report: Report
  /** The tone that stands for the voice in each turn, in hertz, by turn id. */
  tones: ReadonlyMap<string, number>
}

/**
 * Plays an interview into a data folder and records it as a page does: each answer is a tone of its own, as long as the
 * answer, between pauses. Its clock is its own, so half an hour of talk takes seconds.
 */
export async function playSpokenInterview(
  dataDir: string,
  candidate: Candidate,
  turns: number,
): Promise<SpokenInterview> {
  const { app, dependencies, newClient, passTime } = openTestApp({ dataDir })
  const client = newClient()
  const { id } = await client.create()
  const path = `http://localhost/api/sessions/${id}/recording`
  const recorder = createRecorder({
    upload: async (startMs, body) => {
      const headers = { cookie: client.cookie(), 'content-type': 'audio/basic' }
      const response = await app.request(`${path}?startMs=${startMs}`, { method: 'POST', headers, body })
      if (response.status !== 204) throw new Error(`a piece was refused: ${await response.text()}`)
      return 'kept'
    },
    pause: () => Promise.reject(new Error('a piece could not be kept')),
  })
  await client.send('POST', `/api/sessions/${id}/events`, { kind: 'recording-consent', on: true })
  let said = spoken(await client.turn(id, 'open', ''))
  let clock = 0
  /** The microphone hears a tone, or nothing, for so long. */
  const hear = (hertz: number, ms: number) => {
    for (let heard = 0; heard < ms; heard += FRAME_MS, clock += FRAME_MS) {
      recorder.add({ samples: frameOf(hertz, clock), startMs: clock, speech: hertz > 0 })
      passTime(FRAME_MS)
    }
  }
  const tones = new Map<string, number>()
  for (let turn = 1; turn <= turns; turn += 1) {
    const turnId = `t${turn}`
    const text = playCandidate(dependencies.bank, candidate, said)
    hear(0, 6_400)
    const startedAt = clock
    tones.set(turnId, 300 + 70 * turn)
    hear(300 + 70 * turn, 12_800)
    const request = { turnId, text, startedAt, endedAt: clock, source: 'voice' }
    hear(0, 1_600)
    const answer = await client.send('POST', `/api/sessions/${id}/turns`, request)
    said = spoken(readFrames(await answer.text()))
  }
  await recorder.finish()
  const finished = await client.send('POST', `/api/sessions/${id}/finish`)
  const report = Report.parse(await finished.json())
  await dependencies.log.close()
  return { id, cookie: client.cookie(), report, tones }
}

/** At 16 kHz. */
function frameOf(hertz: number, startMs: number): Float32Array {
  return Float32Array.from({ length: FRAME_MS * 16 }, (_, sample) => {
    return 0.4 * Math.sin((2 * Math.PI * hertz * (startMs * 16 + sample)) / 16_000)
  })
}
