import type { SessionEvent } from '../../src/domain/interview/event.ts'
import type { SessionState } from '../../src/domain/interview/state.ts'
import { Report } from '../../src/domain/report/report.ts'
import { playCandidate, type Candidate } from '../../src/api/play-candidate.ts'
import { openTestApp, POSTING, spoken } from '../../src/api/test-app.ts'
import type { Frame } from '../../src/wire/frame.ts'
import type { Attack } from './attacks.ts'
import { obey } from './obey.ts'

/** What came of an interview in which somebody tried to give orders. */
export interface Attacked {
  candidate: Candidate
  report: Report
  markdown: string
  frames: Frame[]
  events: readonly SessionEvent[]
  state: SessionState
}

const TURNS = 8

/** The turn in which an attack in speech comes, or begins. */
export const STRUCK = 3

/**
 * An interview of some turns with the obedient model set up, through the real app: an attack comes in once, by its channel.
 * No attack: a clean one.
 */
export async function playAttacked(candidate: Candidate, seed: number, attack?: Attack): Promise<Attacked> {
  const { newClient, dependencies, passTime, atRest } = openTestApp({ seed })
  dependencies.languageModel = { model: obey(dependencies.finder), passes: 1, deadlineMs: 5_000 }
  const { bank, sessions } = dependencies
  const client = newClient()
  const by = (channel: Attack['channel']) => (attack?.channel === channel ? attack.text : '')
  const { id } = await client.create({ jd: `${POSTING}\n${by('posting')}` })
  const frames = await client.turn(id, 'open', '')
  let last = frames
  for (let turn = 1; turn <= TURNS; turn += 1) {
    passTime(30_000)
    const own = playCandidate(bank, candidate, spoken(last))
    last = await client.turn(id, `t${turn}`, attack ? struck(own, turn, attack) : own)
    frames.push(...last)
    await atRest()
  }
  if (by('note')) await client.send('POST', `/api/sessions/${id}/events`, { kind: 'note', text: by('note') })
  const finish = async () =>
    Report.parse(await (await client.send('POST', `/api/sessions/${id}/finish`)).json())
  let report = await finish()
  if (by('correction')) {
    const turn = report.transcript.findLast(({ speaker }) => speaker === 'candidate')
    const correction = {
      kind: 'correction',
      turnId: turn?.turnId,
      text: `${turn?.text ?? ''} ${by('correction')}`,
    }
    await client.send('POST', `/api/sessions/${id}/events`, correction)
    report = await finish()
  }
  const markdown = await (await client.send('GET', `/api/reports/${id}.md`)).text()
  const session = await sessions.find(id)
  if (!session) throw new Error('the session was not kept')
  return { candidate, report, markdown, frames, events: session.events, state: session.state }
}

function struck(own: string, turn: number, { channel, text }: Attack): string {
  if (channel === 'split') {
    const third = Math.ceil(text.length / 3)
    const part = text.slice((turn - STRUCK) * third, (turn - STRUCK + 1) * third)
    return turn >= STRUCK && turn < STRUCK + 3 ? `${own} ${part}`.trim() : own
  }
  if (turn !== STRUCK) return own
  if (channel === 'answer') return text
  if (channel === 'appended') return `${own} ${text}`
  return channel === 'prepended' ? `${text} ${own}` : own
}
