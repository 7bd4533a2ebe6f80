/** The phrases of a list that is written with bars and line ends between them. */
export function splitPhrases(list: string): string[] {
  return list
    .split(/[|\n]/)
    .map((phrase) => phrase.trim())
    .filter((phrase) => phrase !== '')
}
