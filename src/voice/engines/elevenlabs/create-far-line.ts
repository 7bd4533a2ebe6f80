import type { DisconnectionDetails, VoiceConversation } from '@elevenlabs/client'
import type { Speed, VoiceEvent } from '../../voice-engine.ts'
import type { Hush } from './create-hush.ts'
import type { Talk } from './create-talk.ts'
import { createTalk } from './create-talk.ts'
import type { Line, LineKeeping } from './keep-line.ts'
import { keepLine } from './keep-line.ts'
import type { LineAccess, Worklets } from './open-conversation.ts'
import { LineFailure } from './line-failure.ts'
import { openConversation } from './open-conversation.ts'
import { waitOrOnline } from '../../wait-or-online.ts'
import { withinTime } from './within-time.ts'

/** Said as if by the candidate when a conversation opens: the director then speaks first. */
const PICKUP = '[pickup]'
/** Milliseconds in which our own server has to give access. */
const ACCESS_MS = 8_000

/** What the director may have done on the page. The log holds it already, so that the page only has to look there. */
const TOOLS = {
  show_snippet: 'The snippet is shown.',
  highlight_lines: 'The lines are highlighted.',
  set_section: 'The section is shown.',
  hold: 'The hold is shown.',
}

export interface FarLineOptions {
  getAccess: () => Promise<LineAccess>
  worklets: Worklets
  deviceId: () => string | undefined
  report: (event: VoiceEvent) => void
  /** Milliseconds since 1970. */
  now: () => number
  speed: () => Speed
  hush: Hush
  answerMs?: number
}

/** One conversation after another with the far side, on the same interview. */
export interface FarLine {
  start(): void
  /** Sends words as a turn; false when there is no conversation to send them in. */
  send(text: string): boolean
  /** Silences the line being said. @returns words of it that were left */
  silence(): number
  /** Loudness of the microphone now, 0-1. */
  level(): number
  /** Takes the microphone that is chosen and there now. */
  reopenMicrophone(): void
  stop(): void
}

export function createFarLine(options: FarLineOptions): FarLine {
  const { report, hush } = options
  let line: Line | null = null
  let talk: Talk | null = null
  let open: VoiceConversation | null = null

  /** @returns what was asked and not answered in the conversation that is over */
  const end = (): string | null => {
    const unanswered = talk?.unanswered() ?? null
    if ((talk?.stop() ?? 0) > 0) report({ kind: 'speech-progressed', unsaid: 0 })
    hush.attach(null)
    open = talk = null
    return unanswered
  }
  const keeping: LineKeeping<VoiceConversation> = {
    wait: waitOrOnline,
    open(onEnd, signal) {
      const onAnswer = () => line?.proved()
      talk = createTalk({ ...options, isMuted: hush.isOff, onAnswer, onTurnOver: hush.turnOver })
      return openOne(options, talk, onEnd, signal)
    },
    onOpen(conversation) {
      open = conversation
      hush.attach(conversation)
      report({ kind: 'line-changed', connected: true, callId: conversation.getId() })
      conversation.sendUserMessage(PICKUP)
    },
    onFault: (cause) => report({ kind: 'line-changed', connected: false, cause, unanswered: end() }),
    onHungUp() {
      end()
      report({ kind: 'hung-up' })
    },
  }
  const lose = () => line?.lost()
  return {
    start() {
      addEventListener('offline', lose)
      line = keepLine(keeping)
    },
    send(text) {
      if (!open?.isOpen()) return false
      open.sendUserMessage(text)
      talk?.asked(text)
      return true
    },
    silence() {
      open?.sendUserActivity()
      return talk?.silence() ?? 0
    },
    level: () => open?.getInputVolume() ?? 0,
    reopenMicrophone: () => void open?.changeInputDevice(inputOf(options)).catch(() => undefined),
    stop() {
      removeEventListener('offline', lose)
      line?.stop()
      end()
    },
  }
}

function inputOf({ deviceId }: Pick<FarLineOptions, 'deviceId'>): { inputDeviceId?: string } {
  const inputDeviceId = deviceId()
  return inputDeviceId ? { inputDeviceId } : {}
}

/** @throws LineFailure */
async function openOne(
  { getAccess, worklets, deviceId, speed, report, answerMs }: FarLineOptions,
  { hooks, take }: Talk,
  onEnd: (details: DisconnectionDetails) => void,
  signal: AbortSignal,
): Promise<VoiceConversation> {
  const failure = () => new LineFailure('no-access')
  const access = await withinTime(getAccess(), { ms: ACCESS_MS, signal, failure }).catch((cause: unknown) => {
    throw cause instanceof LineFailure ? cause : new LineFailure('no-access', { cause })
  })
  const tools = Object.fromEntries(Object.entries(TOOLS).map(([name, done]) => [name, tell(done)]))
  function tell(done: string) {
    return () => {
      report({ kind: 'log-grew' })
      return done
    }
  }
  return openConversation({
    access,
    worklets,
    deviceId: deviceId(),
    speed: speed(),
    hooks,
    tools,
    onMessage: take,
    onEnd,
    signal,
    ...(answerMs !== undefined && { answerMs }),
  })
}
