import { placeEvents } from '../../domain/interview/place-events.ts'
import type { SessionState } from '../../domain/interview/state.ts'
import type { AskVoiceAccess, VoiceAccess } from '../../wire/voice.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { holdCredit } from './hold-credit.ts'

/**
 * Opens one engine for an interview, and notes in its log that it is held by that engine from now on. Where credits are
 * sold, ElevenLabs opens on one: see `holdCredit`.
 * @throws Fault `not-found`, `session-finished`, `voice-not-set-up`, `practice-not-hosted`, `no-credit`, `busy`.
 * @throws VoiceAccessFailure when the service behind the engine gives no access; the engine stays what it was.
 */
export async function voiceAccess(
  dependencies: Dependencies,
  ownerId: string | undefined,
  asked: AskVoiceAccess,
): Promise<VoiceAccess> {
  const { state } = await dependencies.sessions.own(asked.sessionId, ownerId)
  if (state.phase === 'finished') throw new Fault('session-finished', 'This interview has been finished.')
  const access = await open(dependencies, state, asked)
  await chooseEngine(dependencies, ownerId, asked)
  return access
}

async function open(
  dependencies: Dependencies,
  { ownerId, plan }: SessionState,
  { sessionId, engine }: AskVoiceAccess,
): Promise<VoiceAccess> {
  if (engine !== 'elevenlabs') return { engine }
  const { voice, passes, payments, newId, now } = dependencies
  const { elevenLabs } = voice
  if (!elevenLabs) throw new Fault('voice-not-set-up', 'This server has no agent at ElevenLabs.')
  const signUrl = () => elevenLabs.signedUrl()
  const isSold = payments.products.length > 0
  if (isSold && plan?.practice)
    throw new Fault('practice-not-hosted', 'What is practised again is not held by ElevenLabs.')
  const signedUrl = await (isSold ? holdCredit(dependencies, ownerId, sessionId, signUrl) : signUrl())
  const pass = passes.issue({ sessionId, callId: newId() }, now())
  return { engine, signedUrl, dynamicVariables: { secret__interview_pass: pass, interview_id: sessionId } }
}

async function chooseEngine(
  { sessions, now }: Dependencies,
  ownerId: string | undefined,
  { sessionId, engine }: AskVoiceAccess,
): Promise<void> {
  await sessions.inTurn(sessionId, async () => {
    const session = await sessions.own(sessionId, ownerId)
    if (session.state.engine === engine) return
    const cause = `engine:${session.state.seq}`
    const events = placeEvents(session.state, [{ kind: 'engine-chosen', engine }], cause, now())
    if ((await sessions.append(session, events)) === 'conflict') {
      throw new Fault('busy', 'Another tab changed the session at the same time.')
    }
  })
}
