export type FindingKind = 'found' | 'hinted' | 'missed' | 'false-alarm'

/** Something noted on a range of lines, 1-based and inclusive. */
export interface LineFinding {
  kind: FindingKind
  lines: readonly [number, number]
}

export interface CodeLine {
  number: number
  html: string
  /** How the line is filled; missed ranges are drawn by their edges instead. */
  fill: 'found' | 'hinted' | 'false-alarm' | null
  /** What begins here, for the mark in the gutter. */
  begins: FindingKind | null
  missedFirst: boolean
  missedLast: boolean
  brackets: { kind: FindingKind; first: boolean; last: boolean; depth: 0 | 1 | 2 }[]
}

export type CodeItem<F extends LineFinding> = { line: CodeLine } | { fix: F }

/** A run of lines that begins where its findings do. The first run of a file may have none. */
export interface CodeGroup<F extends LineFinding> {
  findings: F[]
  /** The lines the findings are about; they stand right before the findings on a narrow page. */
  range: CodeLine[]
  /** What follows up to the next group: lines, and each fix after the last line of its finding. */
  rest: CodeItem<F>[]
}

interface Placed<F extends LineFinding> {
  finding: F
  from: number
  to: number
  depth: 0 | 1 | 2
}

const FILL_ORDER = ['found', 'hinted', 'false-alarm'] as const

/**
 * Lays findings on code: groups of lines with their findings, fills, brackets and fixes. `lines` is the HTML of
 * each line. Ranges may nest or overlap; one that ends beyond the code is cut to it.
 */
export function annotateCode<F extends LineFinding>(lines: readonly string[], findings: readonly F[]): CodeGroup<F>[] {
  const placed = place(findings, lines.length)
  const drawn = lines.map((html, index) => drawLine(index + 1, html, placed))
  const starts = [...new Set(placed.map(({ from }) => from))]
  if (starts[0] !== 1) starts.unshift(1)
  return starts.map((start, index) => {
    const end = (starts[index + 1] ?? lines.length + 1) - 1
    const here = placed.filter(({ from }) => from === start)
    const rangeEnd = Math.min(end, Math.max(start - 1, ...here.map(({ to }) => to)))
    return {
      findings: here.map(({ finding }) => finding),
      range: drawn.slice(start - 1, rangeEnd),
      rest: layRest(drawn.slice(rangeEnd, end), placed, start, rangeEnd),
    }
  })
}

function layRest<F extends LineFinding>(
  lines: readonly CodeLine[],
  placed: readonly Placed<F>[],
  start: number,
  rangeEnd: number,
): CodeItem<F>[] {
  const endingIn = (first: number, last: number) =>
    placed.filter(({ to }) => to >= first && to <= last).map(({ finding }) => ({ fix: finding }))
  return [
    ...endingIn(start, rangeEnd),
    ...lines.flatMap((line) => [{ line }, ...endingIn(line.number, line.number)]),
  ]
}

function place<F extends LineFinding>(findings: readonly F[], count: number): Placed<F>[] {
  const ordered = findings
    .map((finding) => ({
      finding,
      from: Math.min(finding.lines[0], count),
      to: Math.min(finding.lines[1], count),
    }))
    .sort((a, b) => a.from - b.from || b.to - a.to)
  const placed: Placed<F>[] = []
  for (const range of ordered) {
    const taken = placed.filter(({ from, to }) => from <= range.to && to >= range.from)
    const depth = ([0, 1, 2] as const).find((free) => taken.every((other) => other.depth !== free)) ?? 2
    placed.push({ ...range, depth })
  }
  return placed
}

function drawLine<F extends LineFinding>(number: number, html: string, placed: readonly Placed<F>[]): CodeLine {
  const over = placed.filter(({ from, to }) => from <= number && to >= number)
  const missed = over.filter(({ finding }) => finding.kind === 'missed')
  return {
    number,
    html,
    fill: FILL_ORDER.find((kind) => over.some(({ finding }) => finding.kind === kind)) ?? null,
    begins: over.find(({ from }) => from === number)?.finding.kind ?? null,
    missedFirst: missed.some(({ from }) => from === number),
    missedLast: missed.some(({ to }) => to === number),
    brackets: over.map(({ finding, from, to, depth }) => ({
      kind: finding.kind,
      first: from === number,
      last: to === number,
      depth,
    })),
  }
}
