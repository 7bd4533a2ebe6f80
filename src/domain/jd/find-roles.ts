import type { SideSense } from './compile-vocabulary.ts'
import type { JdReading, Mention } from './find-mentions.ts'
import { findMentions } from './find-mentions.ts'
import { PART_WEIGHTS } from './jd-part.ts'

/** A mention of a role, how much it counts, and whether it names the job itself. */
export type RoleMention = Mention<SideSense> & { place: number; names: boolean }

/** "We are looking for a", "as our", "join us as": what follows is the job. */
const SEEKS = new RegExp(
  '(?:\\b(?:looking for|seek(?:s|ing)|hiring|search(?:ing for| of)|recruiting|(?:opening|opportunity) for' +
    '|need(?:s|ed)?|in need of|wants|if you are|you are|work(?:ing)? as|join us as|this is|the role of' +
    '|position of|job title|title|position|rolle?|suchen|als' +
    '|(?:re)?cherch\\w+|en tant que|busca\\w*|como)\\b' +
    '|\\bas)[ :]+' +
    '(?:for )?(?:an? |the |our |one |eine?n? |une? )?[^.!?\\n]{0,40}$',
  'iu',
)
/** "Work with designers and data engineers": those are colleagues. */
const COLLEAGUES = new RegExp(
  '\\b(?:with|alongside|between|mentor\\w*|coach\\w*|support(?:ing|s)?|among|including|for|to|by|and other' +
    '|report(?:s|ing)? to|lead(?:ing)?|manage)\\b[^.!?\\n]{0,60}$',
  'iu',
)

/** "Seeking Android Developers": the plural is the job all the same. */
const SEEKS_MANY =
  /\b(?:looking for|seek(?:s|ing)|hiring|recruiting|searching for)(?: (?:an?|the))?(?: [\p{L}\p{N}.+#-]{1,20}){0,2} $/iu
/** "Five years as a", "3+ years in": what the job asks one to have been. */
const HAS_BEEN =
  /\b(?:years?|yrs?|background|career|experience)['’]?(?: of)?(?: [\p{L}-]{1,20}){0,2} (?:as|in|of|with)(?: an?)? (?:[\p{L}/.+#-]{1,20} ){0,2}$/iu

const SEEK_WEIGHT = 2.5
const HAS_BEEN_WEIGHT = 1.5
const COLLEAGUE_SHARE = 0.15
const BODY_ROLE_SHARE = 0.8
const BEFORE = 70

/** The roles a job description mentions; the job's own first named in the title or where it is offered. */
export function findRoles(reading: JdReading): RoleMention[] {
  const roles = findMentions(reading, reading.vocabulary.roles)
  const titled = roles.some((role) => role.segment.part === 'title')
  return roles.map((role): RoleMention => {
    const part = PART_WEIGHTS[role.segment.part]
    if (role.segment.part === 'title') return { ...role, place: part, names: true }
    const before = reading.text.slice(Math.max(role.segment.start, role.start - BEFORE), role.start)
    const plural = /(?<!s|devop)s$/i.test(reading.text.slice(role.start, role.end))
    const seeks = plural ? SEEKS_MANY.test(before) : SEEKS.test(before)
    if (seeks) return { ...role, place: SEEK_WEIGHT, names: !titled }
    if (!plural && HAS_BEEN.test(before)) return { ...role, place: HAS_BEEN_WEIGHT, names: false }
    const colleague = COLLEAGUES.test(before) || plural || isOtherWork(role)
    return { ...role, place: part * (colleague ? COLLEAGUE_SHARE : BODY_ROLE_SHARE), names: false }
  })
}

function isOtherWork(role: Mention<SideSense>): boolean {
  return role.senses.every((sense) => sense.side === 'other-work')
}
