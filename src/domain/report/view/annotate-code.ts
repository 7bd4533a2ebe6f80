export type FindingKind = 'found' | 'hinted' | 'missed' | 'false-alarm'

/** Something noted on a range of lines, 1-based and inclusive. */
export interface LineFinding {
  kind: FindingKind
  lines: readonly [number, number]
}

export interface CodeLine {
  number: number
  /** Plain text or HTML, as it was given. */
  source: string
  /** How the line is filled; missed ranges are drawn by their edges instead. */
  fill: 'found' | 'hinted' | 'false-alarm' | null
  /** What begins here, for the mark in the gutter. */
  begins: FindingKind | null
  missedFirst: boolean
  missedLast: boolean
  brackets: { kind: FindingKind; first: boolean; last: boolean; depth: 0 | 1 | 2 }[]
}

/** A run of lines that begins where its findings do. The first run of a file may have none. */
export interface CodeGroup<F extends LineFinding> {
  findings: F[]
  /** The lines the findings are about; they stand right before the findings on a narrow page. */
  range: CodeLine[]
  /** What follows up to the next group. */
  rest: CodeLine[]
}

interface Placed<F extends LineFinding> {
  finding: F
  from: number
  to: number
  depth: 0 | 1 | 2
}

const FILL_ORDER = ['found', 'hinted', 'false-alarm'] as const

/**
 * Lays findings on code: groups of lines with their findings, fills and brackets. `lines` are plain text or HTML.
 * Findings whose ranges overlap share a group; a range that ends beyond the code is cut to it.
 */
export function annotateCode<F extends LineFinding>(
  lines: readonly string[],
  findings: readonly F[],
): CodeGroup<F>[] {
  const placed = place(findings, lines.length)
  const drawn = lines.map((source, index) => drawLine(index + 1, source, placed))
  const ranges = cluster(placed)
  const first = ranges[0]?.from ?? lines.length + 1
  const groups = ranges.map(({ from, to, findings: here }, index) => ({
    findings: here,
    range: drawn.slice(from - 1, to),
    rest: drawn.slice(to, (ranges[index + 1]?.from ?? lines.length + 1) - 1),
  }))
  return first > 1 ? [{ findings: [], range: [], rest: drawn.slice(0, first - 1) }, ...groups] : groups
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

function cluster<F extends LineFinding>(
  placed: readonly Placed<F>[],
): { from: number; to: number; findings: F[] }[] {
  const clusters: { from: number; to: number; findings: F[] }[] = []
  for (const { finding, from, to } of placed) {
    const last = clusters.at(-1)
    if (last && from <= last.to) {
      last.findings.push(finding)
      last.to = Math.max(last.to, to)
    } else clusters.push({ from, to, findings: [finding] })
  }
  return clusters
}

function drawLine<F extends LineFinding>(
  number: number,
  source: string,
  placed: readonly Placed<F>[],
): CodeLine {
  const over = placed.filter(({ from, to }) => from <= number && to >= number)
  const missed = over.filter(({ finding }) => finding.kind === 'missed')
  return {
    number,
    source,
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
