/** From so many words on an answer describes something. */
const TELLING_WORDS = 12

/** Whether an answer is long enough to hold something to take up later. */
export function describesSomething(text: string): boolean {
  return text.split(/\s+/).length >= TELLING_WORDS
}
