import type { BrowserContext, Page } from 'playwright-core'
import type { TestVoice } from './say-to-wav.ts'
import { sayToWav } from './say-to-wav.ts'

declare global {
  interface Window {
    /** Plays a WAV file, base64, into the microphone; settles when it is out. */
    speakIntoMicrophone(wav: string): Promise<void>
    /** Takes the microphone away, as when it is unplugged. */
    unplugMicrophone(): void
  }
}

/** Gives the pages of a context a microphone that a test speaks into; it is silent otherwise. */
export async function plugSpeechMicrophone(context: BrowserContext): Promise<void> {
  await context.grantPermissions(['microphone'])
  await context.addInitScript(() => {
    const tracks: MediaStreamTrack[] = []
    let speaker: { context: AudioContext; to: MediaStreamAudioDestinationNode } | undefined
    const open = () => {
      const audio = new AudioContext()
      const to = audio.createMediaStreamDestination()
      // A destination that nothing plays into gives no frames at all.
      const hush = audio.createConstantSource()
      hush.offset.value = 0
      hush.connect(to)
      hush.start()
      speaker = { context: audio, to }
      return speaker
    }
    navigator.mediaDevices.getUserMedia = async () => {
      const { to } = speaker ?? open()
      const stream = to.stream.clone()
      tracks.push(...stream.getAudioTracks())
      return stream
    }
    window.speakIntoMicrophone = async (wav) => {
      const { context: audio, to } = speaker ?? open()
      const bytes = Uint8Array.from(atob(wav), (letter) => letter.charCodeAt(0))
      const source = audio.createBufferSource()
      source.buffer = await audio.decodeAudioData(bytes.buffer)
      source.connect(to)
      source.start()
      await new Promise((ended) => source.addEventListener('ended', ended))
    }
    window.unplugMicrophone = () => {
      for (const track of tracks) track.dispatchEvent(new Event('ended'))
    }
  })
}

/** Speaks a text into the page's microphone, in real time. */
export async function speak(page: Page, text: string, voice: TestVoice): Promise<void> {
  const wav = sayToWav(text, voice).toString('base64')
  await page.evaluate((bytes) => window.speakIntoMicrophone(bytes), wav)
}
