import { dropUnseen } from '../drop-unseen.ts'

/** Code as the report's tree holds it: lines end with `\n`, nothing unseen, no blank end. Addresses stay whole. */
export function cleanCode(code: string): string {
  return dropUnseen(code)
    .replace(/\r\n?|[\f\v\u0085\u2028\u2029]/g, '\n')
    .trimEnd()
}
