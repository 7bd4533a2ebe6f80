import type { JdReading } from './find-mentions.ts'
import { findMentions } from './find-mentions.ts'
import type { JdProfile } from './jd-profile.ts'

type Slots = JdProfile['slots']

const MANY = '(?:hundreds|tens|thousands|millions|billions) of(?: (?:thousands|millions|billions) of)?'
const COUNT = `(?:\\d{1,3}(?:,\\d{3})+|\\d{1,4}(?:\\.\\d)?)(?: ?[kKmMbB](?= )| thousand| million| billion)?`
const UNITS =
  `requests|events|transactions|messages|queries|orders|payments|operations|calls|jobs|records|users
  |customers|shops|merchants|developers|data points|websites|writes|reads`.replace(/\n\s*/, '')
const SCALE = new RegExp(
  `(?<![A-Za-z0-9.,$€£])(?:${COUNT}|${MANY})\\+? ` +
    '(?:(?:daily|monthly|active|concurrent|API|HTTP|data|global) ){0,2}' +
    `(?:${UNITS})\\b(?: (?:per|a|an|each|every) (?:second|minute|hour|day|week|month|year))?`,
  'g',
)
const PRODUCT_NOUN =
  'platform|product|marketplace|app|application|dashboard|engine|pipeline|website|storefront|api|gateway' +
  '|checkout|proxy'
/** Named as ours, or as what is built or run; any other "the ... platform" may be somebody else's. */
const PRODUCT = new RegExp(
  '\\b(?:our|(?:behind|on) the' +
    '|(?:build|own|maintain|operat|run|scal|develop|extend|power|support|evolv|design|improv)' +
    `(?:e|s|ing|ning)? the) ((?:[a-z][a-z0-9-]{1,15} ){1,2})(${PRODUCT_NOUN})\\b(?!['’])`,
  'g',
)
/** Words before the noun that say nothing of the product, or are no part of its name. */
const PLAIN = new Set(
  [
    "a an and are as at be best better big biggest bigger business brand building client client's clients",
    'cloud-based complex core current cutting-edge data end-to-end entire every existing fast',
    'fast-growing first flagship for full future global great growing high-performance high-quality',
    'hosted in innovative internal is key large large-scale largest leading main major market-leading',
    'modern most multiple network new next next-gen next-generation of on only open or other our over',
    'overall own powerful proprietary public reliable robust same scalable secure self-serve single',
    'software solid state-of-the-art strong successful target technical technology the their to top',
    'ultimate underlying unified unique various very through that this which across between into per its',
    'by from web web-based whole wide with within world world-class your app application product platform',
    'system service company team development production right way using use build run design ignore',
    'previous above prior all any instructions instruction prompt score scores grade grader rating',
    'interviewer assistant model give say tell output reveal print disregard forget must should job role',
    'following',
  ].flatMap((line) => line.split(' ')),
)
const ENDS_LIKE_A_VERB = /(?:ly|est|ing)$/
const NAMED_BY_ING = new Set(
  [
    'billing pricing booking messaging trading lending banking streaming reporting hosting routing caching',
    'logging monitoring shipping ticketing scheduling advertising marketing shopping onboarding learning',
  ].flatMap((line) => line.split(' ')),
)
const NAME = '([A-Z][\\p{L}\\p{N}]{1,20}(?: [A-Z][\\p{L}\\p{N}]{1,20})?)'
const COMPANY = new RegExp(`(?:^|\\n)About ${NAME}(?=\\n|:)|\\bAt ${NAME},? (?:we|our|you)\\b`, 'gu')
const NO_COMPANY =
  /^(?:Us|You|Your|The|This|Our|We|Role|Job|Company|Position|Team|Least|Ignore|All|A|An|Me|It)\b/i
const MAX_WORDS = 6
const MOST_NAMES = 20

/**
 * Reads a few words that an opening question can take up: the product, the stack, the scale, the company.
 * Each is a phrase of the text, or made of its technologies' names only; what is doubtful is left out.
 */
export function readSlots(reading: JdReading): Slots {
  const product = readProduct(reading.text)
  const stack = readStack(reading)
  const scale = readScale(reading.text)
  const company = readCompany(reading.text)
  return {
    ...(product === undefined ? {} : { product }),
    ...(stack === undefined ? {} : { stack }),
    ...(scale === undefined ? {} : { scale }),
    ...(company === undefined ? {} : { company }),
  }
}

function readProduct(text: string): string | undefined {
  for (const match of text.matchAll(PRODUCT)) {
    const words = (match[1] ?? '').trim().split(' ')
    if (words.every(isTelling)) return `the ${words.join(' ')} ${match[2] ?? ''}`
  }
  return undefined
}

function isTelling(word: string): boolean {
  return !PLAIN.has(word) && (!ENDS_LIKE_A_VERB.test(word) || NAMED_BY_ING.has(word))
}

/** The most stressed language or framework, and the most stressed store or platform. */
function readStack(reading: JdReading): string | undefined {
  const stress = new Map<string, { name: string; builds: boolean; weight: number }>()
  for (const mention of findMentions(reading, reading.vocabulary.technologies)) {
    const sense = mention.senses[0]
    if (sense === undefined) continue
    const builds = sense.sort === 'language' || sense.sort === 'framework'
    const entry = stress.get(sense.name) ?? { name: sense.name, builds, weight: 0 }
    entry.weight += mention.place
    stress.set(sense.name, entry)
  }
  const ranked = [...stress.values()]
    .filter(({ weight }) => weight >= 0.8)
    .toSorted((a, b) => b.weight - a.weight)
  const chosen = [ranked.find(({ builds }) => builds), ranked.find(({ builds }) => !builds)]
  const names = chosen.filter((entry) => entry !== undefined).map(({ name }) => name)
  return names.length === 0 ? undefined : names.join(' and ')
}

/** The first rate ("40 million requests a day"), else the first large number of users or the like. */
function readScale(text: string): string | undefined {
  const phrases = [...text.matchAll(SCALE)].map((match) => match[0].replace('+', ''))
  const short = phrases.filter((phrase) => phrase.split(' ').length <= MAX_WORDS)
  return short.find((phrase) => RATE.test(phrase)) ?? short.find((phrase) => LARGE.test(phrase))
}

const RATE = /\b(?:per|an?|each|every)\b/
const LARGE = /(?:thousand|million|billion)s?\b|\d[,.]?\d{3}|\d ?[kKmMbB]\b/

/** A name that stands under "About" or after "At", and at least once more. */
function readCompany(text: string): string | undefined {
  for (const match of [...text.matchAll(COMPANY)].slice(0, MOST_NAMES)) {
    const name = match[1] ?? match[2] ?? ''
    if (NO_COMPANY.test(name) || (name === name.toUpperCase() && name.length > 5)) continue
    if (text.indexOf(name, text.indexOf(name) + name.length) >= 0) return name
  }
  return undefined
}
