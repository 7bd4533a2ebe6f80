/** A hundred words about nothing that any question asks. */
const BEFORE =
  'Sorry, one moment, the neighbours are renovating and somebody keeps drilling. Can you hear that as well? I moved here ' +
  'last spring, it is a lovely street with plane trees, but the walls are thin. Anyway, I made some tea before we began, ' +
  'so I am all ears.'
const AFTER =
  'By the way, my sister lives near your office, she says there is a wonderful bakery around the corner. We were there in ' +
  'October, it rained all week and we mostly sat inside with a board game. I hope the weather is kinder where you are today, and that it stays so.'

/** An answer between small talk: a hundred words that are about something else. */
export function padAnswer(answer: string): string {
  return `${BEFORE} ${answer} ${AFTER}`
}
