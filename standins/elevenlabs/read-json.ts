import type { RawData } from 'ws'

/** The JSON of a message; null when it has none. */
export function readJson(data: RawData): unknown {
  try {
    return JSON.parse(data instanceof Buffer ? data.toString() : '')
  } catch {
    return null
  }
}
