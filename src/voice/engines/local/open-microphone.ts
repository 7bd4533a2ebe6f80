import worklet from '@ricky0123/vad-web/dist/vad.worklet.bundle.min.js?url'
import type { Microphone, MicrophoneOptions } from '../../local-voice.ts'
import { NoMicrophone } from '../../local-voice.ts'
import { FRAME_SAMPLES } from './segment-speech.ts'

/**
 * Opens a microphone with echo cancellation and hands on what it hears, resampled to 16 kHz.
 * @throws NoMicrophone when the candidate or the browser says no, or there is none.
 */
export async function openMicrophone(options: MicrophoneOptions): Promise<Microphone> {
  const stream = await requestStream(options.deviceId)
  const context = new AudioContext()
  await context.audioWorklet.addModule(worklet)
  await context.resume()
  const source = context.createMediaStreamSource(stream)
  const framer = new AudioWorkletNode(context, 'vad-helper-worklet', {
    processorOptions: { frameSamples: FRAME_SAMPLES },
  })
  let level = 0
  framer.port.onmessage = ({ data }: MessageEvent<{ message: string; data?: unknown }>) => {
    if (data.message !== 'AUDIO_FRAME' || !(data.data instanceof ArrayBuffer)) return
    const frame = new Float32Array(data.data)
    level = loudness(frame)
    options.onFrame(frame)
  }
  source.connect(framer)
  const [track] = stream.getAudioTracks()
  track?.addEventListener('ended', options.onLost)
  return {
    level: () => level,
    close() {
      track?.removeEventListener('ended', options.onLost)
      for (const each of stream.getTracks()) each.stop()
      if (context.state !== 'closed') void context.close()
    },
  }
}

async function requestStream(deviceId: string | undefined): Promise<MediaStream> {
  const audio: MediaTrackConstraints = {
    channelCount: 1,
    echoCancellation: true,
    noiseSuppression: true,
    autoGainControl: true,
    ...(deviceId ? { deviceId: { exact: deviceId } } : {}),
  }
  try {
    return await navigator.mediaDevices.getUserMedia({ audio })
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    if (name === 'NotAllowedError' || name === 'SecurityError') {
      throw new NoMicrophone('denied', 'The microphone is blocked.')
    }
    throw new NoMicrophone('absent', 'There is no microphone that works.')
  }
}

function loudness(frame: Float32Array): number {
  const power = frame.reduce((sum, sample) => sum + sample * sample, 0) / Math.max(1, frame.length)
  return Math.min(1, Math.sqrt(power))
}
