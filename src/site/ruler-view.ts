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
  moments: (RulerMoment & { at: number })[]
}

const MINUTE = 60_000

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
    moments: moments.map((moment) => ({ ...moment, at: at(Math.min(moment.startMs, endMs)) })),
  }
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
