import type { MicrophoneState } from '../../voice-engine.ts'

type Unheard = Extract<MicrophoneState, 'denied' | 'absent' | 'lost'>

export interface Microphone {
  /** Resolves as soon as the microphone may be used. */
  ready(): Promise<void>
  /** Lets go of the device it has and asks for the one that is chosen now. */
  change(): void
  stop(): void
}

interface Watching {
  media: MediaDevices
  /** The browser's default where it is undefined; also where that one is gone. */
  deviceId: () => string | undefined
  /** The permission for the microphone, where the browser tells it. */
  permission: () => Promise<PermissionStatus>
  report: (state: 'on' | Unheard) => void
  /** Another device took the place of one that was lost. */
  onReplaced: () => void
}

/**
 * Asks for the microphone and holds it for as long as the call lasts, to tell when it goes: the client, which opens it
 * a second time, does not. Asks again when a device comes or the permission changes.
 */
export function watchMicrophone({ media, deviceId, permission, report, onReplaced }: Watching): Microphone {
  let track: MediaStreamTrack | null = null
  let asking = false
  let stopped = false
  let hadOne = false
  let arrived: () => void = () => undefined
  const arrival = new Promise<void>((resolve) => (arrived = resolve))

  const ask = async () => {
    if (asking || stopped || track) return
    asking = true
    try {
      const wanted = deviceId()
      const stream = await media.getUserMedia({ audio: wanted ? { deviceId: wanted } : true })
      asking = false
      take(stream)
      if (wanted !== deviceId()) change()
    } catch (error) {
      asking = false
      if (!stopped) report(reasonOf(error))
    }
  }
  const take = (stream: MediaStream) => {
    const [first] = stream.getAudioTracks()
    if (!first || stopped) return first?.stop()
    track = first
    first.addEventListener('ended', lose, { once: true })
    report('on')
    arrived()
    if (hadOne) onReplaced()
    hadOne = true
  }
  const lose = () => {
    track = null
    if (stopped) return
    report('lost')
    void ask()
  }
  const change = () => {
    if (asking || stopped) return
    track?.removeEventListener('ended', lose)
    track?.stop()
    track = null
    void ask()
  }
  const retry = () => void ask()

  const unwatch = watchChances(media, permission, retry)
  void ask()
  return {
    ready: () => arrival,
    change,
    stop() {
      stopped = true
      track?.stop()
      unwatch()
    },
  }
}

/** Calls `retry` when a device comes or goes and when the permission changes. @returns what ends that */
function watchChances(
  media: MediaDevices,
  permission: Watching['permission'],
  retry: () => void,
): () => void {
  media.addEventListener('devicechange', retry)
  const watched = permission().then(
    (status) => {
      status.addEventListener('change', retry)
      return status
    },
    () => null,
  )
  return () => {
    media.removeEventListener('devicechange', retry)
    void watched.then((status) => status?.removeEventListener('change', retry))
  }
}

function reasonOf(error: unknown): Unheard {
  const name = error instanceof Error ? error.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  return name === 'NotFoundError' || name === 'OverconstrainedError' ? 'absent' : 'lost'
}
