/** Words that carry nothing at the start of a piece. */
const opening =
  /^(um+|uh+|er+m?|ah+|oh|hm+|mm+|okay|ok|so|well|and|but|then|right|alright|yeah|yep|yes|no(?! (?:idea|clue|experience|more|further))|nah|sorry|apologies|wait|hey|hi|hello|please|actually|honestly|frankly|maybe|look|man|god|damn|shit|crap|(?:fuck|screw) (?:this|it|that|off|you)|(?:this|that|it) is (?:such )?(?:bullshit|stupid|ridiculous|crap|annoying|boring|nonsense)|bullshit|fuck|fucking|come on|quick (?:check|question)|i beg you|i'm begging you|one word|i guess|i think|i mean|you know|to be honest)\b[\s.]*/

/** The same at its end. */
const closing =
  /\s+(please|thanks|thank you|sorry|honestly|really|man|then|though|now|here|for me|to me|to be honest|if (that's|that is) (ok|okay|fine|alright)|if possible|real quick|quickly)$/

/** Characters of the longest piece that can be a request; a longer one is left as it is. */
const LONGEST = 160

/** A part of a turn between punctuation marks, in lower case, with the words around its core taken off. */
export interface Piece {
  /** All of it. */
  whole: string
  /** Without the fillers and courtesies at both ends; empty when there was nothing else. */
  core: string
  isQuestion: boolean
}

/** The pieces of a turn in order; a curly apostrophe becomes a straight one. */
export function splitPieces(text: string): Piece[] {
  const parts =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[^.,;:?!\n–—]+[.,;:?!\n–—]*/g) ?? []
  return parts
    .map((part) => ({
      whole: part
        .replace(/[^\p{L}\p{N}'\s%-]/gu, ' ')
        .replace(/\s+/g, ' ')
        .trim(),
      isQuestion: part.includes('?'),
    }))
    .filter(({ whole }) => whole !== '')
    .map((piece) => ({ ...piece, core: coreOf(piece.whole) }))
}

/** "Help me out, would you?" */
const tag = /^(?:would|will|could|can|won't|can't) you$/

function coreOf(whole: string): string {
  if (tag.test(whole)) return ''
  if (whole.length > LONGEST) return whole
  const shorter = whole.replace(opening, '').replace(closing, '').trim()
  return shorter === whole ? whole : coreOf(shorter)
}
