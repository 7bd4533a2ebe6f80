import { createHmac } from 'node:crypto'

/**
 * The value of `ElevenLabs-Signature`: `t=<unix seconds>,v0=<hex>`, with v0 the HMAC-SHA256 of `<t>.<body>`, as the
 * service's own package checks it.
 */
export function signWebhook(secret: string, seconds: number, body: string): string {
  const v0 = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')
  return `t=${seconds},v0=${v0}`
}
