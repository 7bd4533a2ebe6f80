import { z } from 'zod'
import { createElevenLabsEngine } from '../../src/voice/engines/elevenlabs.ts'
import { worklets } from '../../src/voice/engines/elevenlabs/worklets.ts'
import type { VoiceEvent } from '../../src/voice/voice-engine.ts'

/** The page of the test: one engine, what it tells, and how loud the far side is. */
export interface TestPage {
  engine: ReturnType<typeof createElevenLabsEngine>
  events: VoiceEvent[]
  start(): void
  /** Loudness of what is played now, RMS 0-1. */
  loudness(): number
  /** Sound contexts, and microphones, that are open. */
  open(): { contexts: number; tracks: number }
  tracks: MediaStreamTrack[]
}

declare global {
  interface Window {
    call: TestPage
  }
}

const Access = z.object({ signedUrl: z.string(), dynamicVariables: z.record(z.string(), z.string()) })

async function getAccess() {
  const response = await fetch('/access', { method: 'POST' })
  if (!response.ok) throw new Error(`no access: ${response.status}`)
  return Access.parse(await response.json())
}

const contexts: AudioContext[] = []
const tracks: MediaStreamTrack[] = []

const Native = window.AudioContext

/** Counts what is opened, so that a test can see that it is closed. */
function watchOpened(): void {
  window.AudioContext = class extends Native {
    constructor(options?: AudioContextOptions) {
      super(options)
      contexts.push(this)
    }
  }
  const getUserMedia = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices)
  navigator.mediaDevices.getUserMedia = async (constraints) => {
    const stream = await getUserMedia(constraints)
    tracks.push(...stream.getTracks())
    return stream
  }
}

/** The output of the client goes through an element of its own: what that one gets is what is heard. */
function createMeter() {
  let listening: { stream: MediaStream; analyser: AnalyserNode } | null = null
  let meter: AudioContext | null = null
  return () => {
    const stream = document.querySelector('audio')?.srcObject
    if (!(stream instanceof MediaStream)) return 0
    if (listening?.stream !== stream) {
      meter ??= new Native()
      const analyser = meter.createAnalyser()
      meter.createMediaStreamSource(stream).connect(analyser)
      listening = { stream, analyser }
    }
    const samples = new Float32Array(listening.analyser.fftSize)
    listening.analyser.getFloatTimeDomainData(samples)
    return Math.sqrt(samples.reduce((sum, sample) => sum + sample ** 2, 0) / samples.length)
  }
}

const loudness = createMeter()
watchOpened()

const answerMs = Number(new URLSearchParams(location.search).get('answerMs') ?? 8_000)
const events: VoiceEvent[] = []
const engine = createElevenLabsEngine({ getAccess, worklets, now: () => Date.now(), answerMs })
window.call = {
  engine,
  events,
  loudness,
  tracks,
  start: () => engine.start((event) => void events.push(event)),
  open: () => ({
    contexts: contexts.filter(({ state }) => state !== 'closed').length,
    tracks: tracks.filter(({ readyState }) => readyState === 'live').length,
  }),
}
