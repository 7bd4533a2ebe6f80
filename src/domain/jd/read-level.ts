import { cutGround } from './cut-ground.ts'
import type { JdReading } from './find-mentions.ts'
import type { JdProfile } from './jd-profile.ts'
import type { Segment } from './split-segments.ts'

type Level = JdProfile['level']
type Signal = { id: Level['id']; start: number; end: number; segment: Segment }

const SENIOR = 'senior|sr\\b\\.?|staff|principal|lead\\b|distinguished|architect|head of|expert'
const MID =
  'mid[- ]?level|mid[- ]senior|mid\\b|intermediate|medior|junior|jr\\b\\.?|graduate|entry[- ]level' +
  '|intern\\b|trainee|early career|apprentice|associate\\b'
const RANK = new RegExp(`(?<![\\p{L}\\p{N}])(?:(${SENIOR})|(?:${MID}))`, 'giu')
const ROLE_AFTER = new RegExp(
  '^[ ,/-]{0,3}((?:[\\p{L}\\p{N}#+.&()-]+[ /]+){0,4}?)' +
    '(?:engineer(?!ing)|developer|programmer|architect|analyst|administrator|specialist|consultant|devops' +
    '|sre|designer|manager|role|position|entwickler|développeu|ingénieur|desarrollador|ingeniero)',
  'iu',
)
const STATED =
  /\b(?:experience level|seniority(?: level)?|level|career level|karrierestufe)\s*:\s*[\p{L} /-]{0,20}$/iu
/** Ranks that are also other words: "lead projects with engineers". */
const MAY_BE_A_VERB = /^(?:lead|staff|expert|associate|graduate|intermediate)$/i
const VERB_GOES_ON = /(?:^| )(?:and|the|a|an|to|of|for|in|on|with|our|your|by|or more) /i
const OTHERS = new RegExp(
  '\\b(?:mentor\\w*|coach\\w*|guid\\w+|train\\w*|teach\\w*|support\\w*|with|other|(?:to|by) (?:an?|the|our)' +
    '|reports?|help\\w*|between|and|lead\\w*|from)\\b[^.!?\\n]{0,30}$',
  'iu',
)
const YEARS = new RegExp(
  '(?<![\\p{L}\\p{N}.,$€£])(\\d{1,2})(?: ?\\+)?(?: ?(?:-|–|to|bis|à|a) ?\\d{1,2})?(?: ?\\+)? ?(?:plus )?' +
    '(?:years?|yrs?\\b|jahre|ans\\b|años|anos\\b|anni\\b|jaar|年|년)',
  'giu',
)
const OF_EXPERIENCE = new RegExp(
  'experience|erfahrung|expérience|experiencia|experiência|esperienza|ervaring|経験|경험|이상|以上' +
    '|working|developing|building|programming|in an? ',
  'iu',
)
const SENIOR_FROM_YEARS = 5
const LONGEST_CAREER = 25

/**
 * Reads how senior the job is: from the title, then from a stated level or the role that is offered, then
 * from the most years of experience asked for (5 or more is senior). Says senior, ungrounded, where nothing
 * does.
 */
export function readLevel({ text, segments }: JdReading): Level {
  const ranks = segments.flatMap((segment) => readRanks(text, segment))
  const signal =
    ranks.find(({ segment }) => segment.part === 'title') ??
    ranks[0] ??
    segments.flatMap((segment) => readYears(text, segment)).toSorted((a, b) => b.years - a.years)[0]
  if (signal === undefined) return { id: 'senior' }
  return { id: signal.id, ground: cutGround(text, signal.segment, signal) }
}

function readRanks(text: string, segment: Segment): Signal[] {
  if (segment.part === 'benefits' || segment.part === 'legal' || segment.part === 'about') return []
  const words = text.slice(segment.start, segment.end)
  const signals: Signal[] = []
  for (const match of words.matchAll(RANK)) {
    const before = words.slice(Math.max(0, match.index - 60), match.index)
    const after = words.slice(match.index + match[0].length, match.index + 100)
    const offered = ROLE_AFTER.exec(after)
    const named =
      offered !== null &&
      !(MAY_BE_A_VERB.test(match[0]) && VERB_GOES_ON.test(offered[1] ?? '')) &&
      !OTHERS.test(before)
    const said = named || STATED.test(before)
    const architect = /^architect$/i.test(match[0])
    if (segment.part !== 'title' && (!said || architect)) continue
    const start = segment.start + match.index
    signals.push({
      id: match[1] === undefined ? 'mid' : 'senior',
      start,
      end: start + match[0].length,
      segment,
    })
  }
  return signals
}

function readYears(text: string, segment: Segment): (Signal & { years: number })[] {
  if (segment.part === 'benefits' || segment.part === 'legal' || segment.part === 'about') return []
  const words = text.slice(segment.start, segment.end)
  const signals: (Signal & { years: number })[] = []
  for (const match of words.matchAll(YEARS)) {
    const years = Number(match[1])
    const near = words.slice(Math.max(0, match.index - 40), match.index + match[0].length + 60)
    if (years < 1 || years > LONGEST_CAREER || !OF_EXPERIENCE.test(near)) continue
    const start = segment.start + match.index
    const id = years >= SENIOR_FROM_YEARS ? 'senior' : 'mid'
    signals.push({ years, id, start, end: start + match[0].length, segment })
  }
  return signals
}
