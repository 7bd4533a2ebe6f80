import { setTimeout as wait } from 'node:timers/promises'
import type { Notice } from './order-notice.ts'

/** How long the service waits before each further try, in ms: four tries in all, then never again. */
const RETRIES_MS = [5_000, 25_000, 125_000]

/**
 * Sends a webhook until it is answered with 200, as the service does; resolves with how that went, false for never.
 * @param pace what the waits are multiplied with
 */
export async function sendNotice(url: string, notice: Notice, pace = 1): Promise<boolean> {
  for (const delay of [...RETRIES_MS, null]) {
    if (await isTaken(url, notice)) return true
    if (delay === null) return false
    await wait(delay * pace, undefined, { ref: false })
  }
  return false
}

async function isTaken(url: string, { event, body, signature }: Notice): Promise<boolean> {
  const headers = { 'content-type': 'application/json', 'x-event-name': event, 'x-signature': signature }
  try {
    const response = await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })
    await response.arrayBuffer()
    return response.status === 200
  } catch {
    return false
  }
}
