/** The end of something that can be said: a sentence, or the dots with which a line plays for time. */
const END = /^[\s\S]*?(?:[.?!…]["')\]]*\s|\n)/

/** Hands text over sentence by sentence, as a voice takes it. */
export function createSentences(say: (text: string) => void) {
  let rest = ''
  return {
    add(text: string) {
      rest += text
      for (let found = END.exec(rest); found; found = END.exec(rest)) {
        say(found[0])
        rest = rest.slice(found[0].length)
      }
    },
    /** Hands over what is left. */
    end() {
      if (rest.trim() !== '') say(rest)
      rest = ''
    },
  }
}
