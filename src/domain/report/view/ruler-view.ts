export interface RulerSection {
  id: 'A' | 'B' | 'C' | 'D'
  name: string
  /** Milliseconds from the start of the interview. */
  startMs: number
  endMs: number
}

export type MomentKind = 'strong' | 'weak' | 'marked' | 'note'

export interface RulerMoment {
  kind: MomentKind
  startMs: number
  /** Where the mark leads. */
  href: string
  label: string
}

export interface RulerView {
  totalMinutes: number
  /** Positions are percent of the width, 0-100. */
  sections: { id: string; name: string; from: number; to: number; label: 'whole' | 'letter' | 'none' }[]
  ticks: { at: number; numeral?: string }[]
  /** `row` and `narrowRow` say how far down a mark stands on a wide and on a narrow page, so that none hides another. */
  moments: (RulerMoment & { at: number; row: number; narrowRow: number })[]
}

const MINUTE = 60_000

/** Room that a mark of 24 px needs, in percent of a ruler of 1,100 and of 350 px. */
const ROOM = { wide: 2.2, narrow: 7 }

/** Rows that there is room for; more marks at one moment share the last. */
const ROWS = 3

/** Lays sections, minutes and moments on a line of 0 to 100 percent. Numerals stand every 1, 5 or 10 minutes. */
export function rulerView(
  sections: readonly RulerSection[],
  moments: readonly RulerMoment[] = [],
): RulerView {
  const endMs = Math.max(MINUTE, ...sections.map((section) => section.endMs))
  const totalMinutes = Math.ceil(endMs / MINUTE)
  const at = (ms: number) => round((100 * ms) / (totalMinutes * MINUTE))
  const step = totalMinutes <= 8 ? 1 : totalMinutes <= 60 ? 5 : 10
  return {
    totalMinutes,
    sections: sections.map(({ id, name, startMs }, index) => {
      const from = at(startMs)
      const to = at(sections[index + 1]?.startMs ?? totalMinutes * MINUTE)
      return { id, name, from, to, label: labelFor(to - from) }
    }),
    ticks: Array.from({ length: totalMinutes + 1 }, (_, minute) => ({
      at: at(minute * MINUTE),
      ...(minute % step === 0 ? { numeral: String(minute) } : {}),
    })),
    moments: placeMoments(moments.map((moment) => ({ ...moment, at: at(Math.min(moment.startMs, endMs)) }))),
  }
}

function placeMoments(moments: readonly (RulerMoment & { at: number })[]): RulerView['moments'] {
  const ordered = moments.toSorted((a, b) => a.at - b.at)
  const rows = placeInRows(ordered, ROOM.wide)
  const narrowRows = placeInRows(ordered, ROOM.narrow)
  return ordered.map((moment, index) => ({
    ...moment,
    row: rows[index] ?? 0,
    narrowRow: narrowRows[index] ?? 0,
  }))
}

/** The first row for each mark in which the one before it is far enough away. */
function placeInRows(moments: readonly { at: number }[], room: number): number[] {
  const ends = Array.from({ length: ROWS }, () => -room)
  return moments.map(({ at }) => {
    const free = ends.findIndex((end) => at - end >= room)
    const row = free < 0 ? ROWS - 1 : free
    ends[row] = at
    return row
  })
}

/** The sections of a plan, one after the other, from their lengths in minutes. */
export function plannedSections(
  planned: readonly { id: 'A' | 'B' | 'C' | 'D'; name: string; minutes: number }[],
): RulerSection[] {
  let startMs = 0
  return planned.map(({ id, name, minutes }) => {
    const section = { id, name, startMs, endMs: startMs + minutes * MINUTE }
    startMs = section.endMs
    return section
  })
}

/** How much of a section's name has room, by its width in percent. */
function labelFor(width: number): 'whole' | 'letter' | 'none' {
  if (width < 3) return 'none'
  return width < 7 ? 'letter' : 'whole'
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
