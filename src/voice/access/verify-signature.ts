import { createHmac, timingSafeEqual } from 'node:crypto'

/** A notice that was signed longer ago is a replay, in seconds. */
const OLDEST = 30 * 60
/** How far the service's clock may be ahead of ours, in seconds. */
const AHEAD = 5 * 60

/**
 * Whether a webhook's signature header, `t=<seconds>,v0=<hex>[,v0=<hex>...]`, is right for the body as it was sent: one of
 * its signatures is the HMAC-SHA256 of `t.body`, and it was made between 30 minutes ago and 5 minutes from now. Compares in
 * constant time. ElevenLabs' own client checks the same but for times to come.
 */
export function verifySignature(
  body: Uint8Array,
  header: string | undefined,
  secret: string,
  nowMs: number,
): boolean {
  const parts = (header ?? '').split(',').map((part) => part.trim())
  const time = parts.find((part) => /^t=\d{1,12}$/.test(part))?.slice(2)
  const given = parts.flatMap((part) =>
    /^v0=[0-9a-f]{64}$/i.test(part) ? [Buffer.from(part.slice(3), 'hex')] : [],
  )
  if (time === undefined || given.length === 0) return false
  const age = nowMs / 1_000 - Number(time)
  if (age > OLDEST || age < -AHEAD) return false
  const right = createHmac('sha256', secret).update(`${time}.`).update(body).digest()
  return given.filter((signature) => timingSafeEqual(signature, right)).length > 0
}
