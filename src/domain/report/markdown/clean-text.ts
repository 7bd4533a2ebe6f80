import { breakAddresses } from './break-addresses.ts'
import { dropUnseen } from '../drop-unseen.ts'

/**
 * Text as the report's tree holds it: on one line, runs of white space one space, trimmed, nothing unseen, no address
 * that a renderer would turn into a link. Every other character stays. Cleaning twice is cleaning once.
 */
export function cleanText(text: string): string {
  return breakAddresses(
    dropUnseen(text)
      .replace(/[\s\u0085]+/g, ' ')
      .trim(),
  )
}
