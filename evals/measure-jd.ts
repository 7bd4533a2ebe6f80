import type { JdProfile, JdVocabulary } from '../src/domain/jd/jd-profile.ts'
import { readJd } from '../src/domain/jd/read-jd.ts'
import { JdRow } from './jd-row.ts'

export type JdFigures = {
  /** Clear rows. */
  n: number
  /** Share of the clear rows whose track is right with the title left out. */
  accuracy: number
  /** F1 with the title left out, averaged over the tracks that the clear rows have. */
  macroF1: number
  accuracyWithTitle: number
  /** Share of the negative rows said to be not for us: no track, or a guess that is called one; title left out. */
  negatives: number
  /** Share of the competencies, over all rows, whose ground is a verbatim span of the posting. */
  grounded: number
}

export type JdMiss = { id: string; wanted: JdRow['track']; got: JdRow['track']; confidence: string }

/** Reads each row as the product does and compares. A share of nothing is 1. */
export function measureJd(
  rows: readonly JdRow[],
  vocabulary: JdVocabulary,
): { figures: JdFigures; misses: JdMiss[] } {
  const read = rows.map((row) => ({ row, profile: readJd(leaveOutTitle(row), vocabulary) }))
  const clear = read.filter(({ row }) => row.clarity === 'clear')
  const negative = read.filter(({ row }) => row.clarity === 'negative')
  const pairs = clear.map(({ row, profile }) => ({ wanted: row.track, got: trackOf(profile) }))
  const titled = clear.filter(
    ({ row }) => trackOf(readJd(`${row.title}\n\n${leaveOutTitle(row)}`, vocabulary)) === row.track,
  )
  const grounds = read.flatMap(({ row, profile }) =>
    profile.competencies.map(({ ground }) => foldSpace(row.text).includes(foldSpace(ground))),
  )
  const missed = [
    ...clear.filter(({ row, profile }) => trackOf(profile) !== row.track),
    ...negative.filter(({ profile }) => !isNotForUs(profile)),
  ]
  return {
    figures: {
      n: clear.length,
      accuracy: shareOf(pairs, ({ wanted, got }) => wanted === got),
      macroF1: macroF1(pairs),
      accuracyWithTitle: clear.length === 0 ? 1 : titled.length / clear.length,
      negatives: shareOf(negative, ({ profile }) => isNotForUs(profile)),
      grounded: shareOf(grounds, (verbatim) => verbatim),
    },
    misses: missed.map(({ row, profile }) => ({
      id: row.id,
      wanted: row.track,
      got: trackOf(profile),
      confidence: profile.track.confidence,
    })),
  }
}

/** The text without the lines that are nothing but the title, in whatever markup. */
function leaveOutTitle({ title, text }: JdRow): string {
  const bare = bareLine(title)
  const lines = text.split('\n').filter((line) => bare === '' || bareLine(line) !== bare)
  return lines.join('\n')
}

function bareLine(line: string): string {
  return line.toLowerCase().replace(/[^\p{L}\p{N}+#]+/gu, '')
}

function trackOf({ track }: JdProfile): JdRow['track'] {
  return JdRow.shape.track.parse(track.confidence === 'none' ? 'none' : track.id)
}

function isNotForUs({ track }: JdProfile): boolean {
  return track.confidence !== 'high'
}

function foldSpace(text: string): string {
  return text.normalize('NFC').replace(/\s+/gu, ' ')
}

function shareOf<Item>(items: readonly Item[], holds: (item: Item) => boolean): number {
  return items.length === 0 ? 1 : items.filter(holds).length / items.length
}

function macroF1(pairs: readonly { wanted: JdRow['track']; got: JdRow['track'] }[]): number {
  const tracks = [...new Set(pairs.map(({ wanted }) => wanted))]
  const scores = tracks.map((track) => {
    const right = pairs.filter(({ wanted, got }) => wanted === track && got === track).length
    const named = pairs.filter(({ got }) => got === track).length
    const there = pairs.filter(({ wanted }) => wanted === track).length
    return (2 * right) / (named + there)
  })
  return scores.length === 0 ? 1 : scores.reduce((sum, score) => sum + score, 0) / scores.length
}
