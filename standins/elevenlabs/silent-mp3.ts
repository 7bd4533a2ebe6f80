/** MPEG-1 layer III, 128 kbit/s, 44.1 kHz, stereo: 417 bytes and 1152 samples a frame, all zero but its header. */
const HEADER = Buffer.from([0xff, 0xfb, 0x90, 0x64])
const FRAME_BYTES = 417
const FRAME_MS = (1152 * 1000) / 44_100

/** Silence of about that many milliseconds as an MP3, in place of a call's recording. */
export function silentMp3(ms: number): Buffer {
  const frame = Buffer.concat([HEADER, Buffer.alloc(FRAME_BYTES - HEADER.length)])
  return Buffer.concat(Array.from({ length: Math.max(1, Math.round(ms / FRAME_MS)) }, () => frame))
}
