/** What people put between their words. */
const FILLERS = ['um', 'like', 'you know', 'I mean', 'sort of', 'so yeah', 'uh', 'right']

/** A filler comes after every so many words. */
const EVERY = 9

/** How a speech recogniser plausibly writes words of the trade: [spoken, written]. */
const MISHEARD: readonly (readonly [RegExp, string])[] = [
  [/\bidempotent\b/g, 'item potent'],
  [/\bidempotency\b/g, 'item potency'],
  [/\bcache\b/g, 'cash'],
  [/\bcached\b/g, 'cashed'],
  [/\brace\b/g, 'raise'],
  [/\bqueue\b/g, 'cue'],
  [/\bawait\b/g, 'a weight'],
  [/\basync\b/g, 'a sink'],
  [/\btenant\b/g, 'tenet'],
  [/\bwrite\b/g, 'right'],
  [/\bthrough\b/g, 'threw'],
  [/\bserial\b/g, 'cereal'],
  [/\bbyte\b/g, 'bite'],
  [/\brow\b/g, 'roe'],
  [/\bkey\b/g, 'quay'],
  [/\bstale\b/g, 'stail'],
  [/\bnull\b/g, 'no'],
  [/\bretry\b/g, 're try'],
  [/\bpostgres\b/g, 'post gress'],
  [/\bredis\b/g, 'readies'],
]

/**
 * An answer as a recogniser may write down a hesitant speaker: lower case, no punctuation, a filler every nine words,
 * common words of the trade misheard each time. The same text always gives the same result.
 */
export function speakLoosely(answer: string): string {
  const plain = answer
    .toLowerCase()
    .replace(/[^\p{L}\p{N}'\s]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  const heard = MISHEARD.reduce((text, [spoken, written]) => text.replace(spoken, written), plain)
  return heard
    .split(' ')
    .flatMap((word, index) =>
      index % EVERY === EVERY - 1
        ? [word, FILLERS[Math.floor(index / EVERY) % FILLERS.length] ?? 'um']
        : [word],
    )
    .join(' ')
}
