import type { SectionId } from './question.ts'

/** Silence after speech that ends an answer, in ms. Code is thought about in longer pauses than one's own past. */
const patience: Record<SectionId, number> = { A: 2_200, B: 3_200, C: 2_800, D: 1_800 }

/** A thought that plainly goes on is waited for this much longer. */
const UNFINISHED = 2

/** A request is all there is to say. */
const REQUEST = 1_200

const goesOn =
  /(?:\b(?:and|or|but|so|because|since|if|when|while|then|also|the|a|an|to|of|in|on|for|with|that|which|is|are|like|um+|uh+|er+|hmm+|let me (?:think|see)|you know)|[,:;–-])[.…\s]*$/i

const request =
  /^\W*(?:(?:can|could) you (?:please )?(?:repeat|rephrase|say|read)\b.{0,40}|repeat(?: that)?|skip(?: (?:it|this|that))?|(?:give me )?(?:a )?hint|read lines? \w+(?: (?:to|through|and) \w+)?|how much time (?:is left|do we have)(?: left)?)\W*$/i

/**
 * How long to wait in silence, in ms, before an answer that was spoken counts as done. Waiting too long costs a
 * second; cutting somebody off costs the thought, so it is long, and a key ends the turn at once.
 *
 * @param heard what was heard of the answer so far
 */
export function endOfTurn(section: SectionId, heard: string): number {
  const text = heard.trim()
  if (request.test(text)) return REQUEST
  return patience[section] * (goesOn.test(text) ? UNFINISHED : 1)
}
