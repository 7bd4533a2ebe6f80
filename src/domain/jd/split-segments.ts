import type { Part } from './jd-part.ts'
import { readHeading } from './read-heading.ts'

/** A sentence, bullet or heading: offsets into the text, bullet marks and outer spaces left out. */
export type Segment = { start: number; end: number; part: Part }

const LEGAL = new RegExp(
  [
    'equal[- ]opportunity employer|without regard to|race, (?:color|religion)|protected veteran|e-verify',
    'reasonable accommodation|employment eligibility|all rights reserved|gender identity|do not discriminate',
  ].join('|'),
  'i',
)

/** Headings that a bad paste has run into the sentence before. */
const RUN_IN = [
  "What You(?:['’]ll| Will| Need| Bring| Have)|What['’]s In It|What We(?:['’]re| Are| Offer| Look)",
  'Top Reasons|Nice to [Hh]ave|Why Join',
  '(?:(?:Key|Basic|Minimum|Required|Preferred|Desired|Bonus|Job|Position) )?' +
    '(?:Requirements|Responsibilities|Qualifications|Skills|Benefits|Duties)(?: (?:and|&) [A-Z][a-z]+)?:',
  '(?:REQUIREMENTS|RESPONSIBILITIES|QUALIFICATIONS|BENEFITS):',
].join('|')
const RUNS_IN = new RegExp(RUN_IN, 'g')
const OPENS_RUN_IN = new RegExp(`^(?:${RUN_IN})`)
const MARK = '[-*+•‣▪●·–]'
const ABBREVIATION = '\\b(?:[SJD]r|Mrs?|Ms|e\\.g|i\\.e|incl|approx|vs|St|No|U\\.S)'
const BREAK = new RegExp(
  [
    `[.!?;](?<!${ABBREVIATION}\\.)["')\\]]?(?= |[A-Z][a-z])`,
    '[。！？；]',
    ` (?<=[^\\d\\s] )${MARK}+(?= )`,
    `:(?= ?${MARK})`,
  ].join('|'),
  'gu',
)
const LEADING = new RegExp(`^(?:[\\s#>|]|${MARK}|\\d{1,2}[.)]\\s)+`, 'u')

/** Splits a cleaned job description into sentences, bullets and headings, and says what part each plays. */
export function splitSegments(text: string): Segment[] {
  const segments: Segment[] = []
  let part: Part = 'intro'
  let lineStart = 0
  for (const line of text.split('\n')) {
    const bare = line.replace(LEADING, '')
    const isBullet = bare.length < line.length && !/^[#*]/.test(line)
    const alone = !isBullet && isHeadingLine(bare) ? readHeading(bare) : undefined
    if (segments.length === 0 && alone === undefined && isTitleLine(bare)) {
      push(segments, line, lineStart, 0, line.length, 'title')
    } else {
      part = alone ?? part
      part = splitLine(segments, line, lineStart, part)
    }
    lineStart += line.length + 1
  }
  return segments
}

function splitLine(segments: Segment[], line: string, lineStart: number, before: Part): Part {
  let part = before
  let from = 0
  const ends = [...line.matchAll(BREAK)].map((match) => match.index + match[0].length)
  const runIns = [...line.matchAll(RUNS_IN)].map((match) => match.index)
  for (const to of [...ends, ...runIns, line.length].sort((a, b) => a - b)) {
    const piece = line.slice(from, to).replace(LEADING, '')
    if (OPENS_RUN_IN.test(piece)) part = readHeading(piece) ?? part
    const opens = segments.length === 0 && to < line.length && isRunInTitle(piece.replace(/[.:]$/, ''))
    push(segments, line, lineStart, from, to, opens ? 'title' : LEGAL.test(piece) ? 'legal' : part)
    from = to
  }
  return part
}

function push(
  segments: Segment[],
  line: string,
  lineStart: number,
  from: number,
  to: number,
  part: Part,
): void {
  const piece = line.slice(from, to)
  const lead = LEADING.exec(piece)?.[0].length ?? 0
  const length = piece.trimEnd().length
  if (length > lead) segments.push({ start: lineStart + from + lead, end: lineStart + from + length, part })
}

function isHeadingLine(line: string): boolean {
  return (
    line.length <= 70 && !/[.;,]$/.test(line) && line.split(' ', 10).length <= (line.endsWith(':') ? 9 : 6)
  )
}

function isTitleLine(line: string): boolean {
  return (
    line.length >= 3 &&
    line.length <= 110 &&
    !/https?:|[.!?;:]$|^\*\*URL/i.test(line) &&
    !SENTENCE.test(line) &&
    line.split(' ', 13).length <= 12
  )
}

/** "Account Executive." may open a text that has no lines; "React, Node.js, SQL." is no title. */
function isRunInTitle(piece: string): boolean {
  return isTitleLine(piece) && !/,.*,/.test(piece) && piece.split(' ', 9).length <= 8
}

/** Words that sentences have and titles have not. */
const SENTENCE = /\b(?:we|our|us|you|your|is|are|will|has|have|this|that|they|their|it)\b|['’](?:re|ll|ve)\b/i
