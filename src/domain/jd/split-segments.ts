/** The part a passage plays in a job description. */
export type Part = 'title' | 'requirement' | 'intro' | 'bonus' | 'about' | 'benefits' | 'legal'

/** A sentence, bullet or heading: offsets into the text, bullet marks and outer spaces left out. */
export type Segment = { start: number; end: number; part: Part }

/** How much a mention counts by where it stands; a requirement is 1. */
export const PART_WEIGHTS: Readonly<Record<Part, number>> = {
  title: 3,
  requirement: 1,
  intro: 0.8,
  bonus: 0.6,
  about: 0.3,
  benefits: 0.1,
  legal: 0,
}

const BENEFITS =
  /^(?:(?:our|the|some of our|key|employee|company|job|your) )?(?:benefits|perks|compensation\b|what['’]?s? (?:is )?in it|what we (?:can )?offer|what['’]s on offer|what you['’]ll get\b|we offer|why (?:join|work|us|you['’]ll love)|top reasons|equal (?:employment )?opportunit|diversity|eeo|how to apply|application process|interview process|hiring process|privacy|inclusion|our commitment to|your right to work|wir bieten|was wir bieten|das bieten|nous offrons|ce que nous offrons|avantages|ofrecemos|qué ofrecemos|beneficios|benefícios|待遇|福利厚生|복지|혜택)/
const ABOUT =
  /^(?:about (?!(?:the|this) (?:role|job|position|team|opportunity)|you\b|your\b)|who we are|company (?:description|overview|profile|background)|our (?:company|mission|story|values|culture)\b|the company|über uns|wer wir sind|qui sommes|à propos|sobre nosotros|quiénes somos|sobre nós|会社概要|企業情報|회사)/
const BONUS =
  /^(?:nice[- ]to[- ]have|bonus|preferred|desirable|desired|(?:major )?plus(?:es)?\b|good to have|extra credit|it(?:['’]s| would be)? (?:a plus|great if)|wünschenswert|von vorteil|les plus|idéalement|deseable|se valora|歓迎|우대)/
const REQUIREMENT =
  /^(?:(?:basic|minimum|key|main|core|primary|required|essential|technical|job|the|your|our|position|mandatory|additional)[ /&]+)*(?:requirements?|qualifications?|skills?|experience|responsibilit(?:y|ies)|duties|tasks|essential|must[- ]haves?|what (?:you|we['’]re looking|skills|experience)|you(?:['’]ll| will| have| are|['’]re)\b|who you are|about (?:(?:the|this) (?:role|job|position|team|opportunity)|you)|(?:the )?role\b|profile|mission\b|job (?:description|summary|purpose|details)|description|summary|overview|technolog|(?:tech )?stack|anforderungen|(?:ihre |deine )?aufgaben|(?:ihr |dein )?profil|das bringst du|missions?\b|votre|compétences|requisitos|responsabilidades|funciones|必須|応募資格|仕事内容|業務内容|자격|주요업무|요구)/

const LEGAL =
  /equal[- ]opportunity employer|without regard to|race, (?:color|religion)|protected veteran|reasonable accommodation|e-verify|employment eligibility|all rights reserved|gender identity|do not discriminate/i

/** Headings that a bad paste has run into the sentence before. */
const RUN_IN =
  /(?:What You(?:['’]ll| Will| Need| Bring| Have)|What['’]s In It|What We(?:['’]re| Are| Offer| Look)|Top Reasons|Nice to [Hh]ave|Why Join|(?:(?:Key|Basic|Minimum|Required|Preferred|Desired|Bonus|Job|Position) )?(?:Requirements|RESPONSIBILITIES|REQUIREMENTS|QUALIFICATIONS|BENEFITS|Responsibilities|Qualifications|Skills|Benefits|Duties)(?: (?:and|&) [A-Z][a-z]+)?:)/
const MARK = '[-*+•‣▪●·–]'
const BREAK = new RegExp(`(?:(?<!\\b(?:[SJD]r|Mrs?|Ms|e\\.g|i\\.e|incl|approx|vs|St|No|U\\.S))[.!?;]["')\\]]?(?= |[A-Z][a-z])|[。！？；]|(?<=[^\\d\\s] )${MARK}+(?= )|:(?= ?${MARK} ?)|(?=[A-Z][A-Za-z])(?=${RUN_IN.source}))`, 'gu')
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
  for (const to of [...ends, line.length]) {
    const piece = line.slice(from, to).replace(LEADING, '')
    if (RUN_IN.exec(piece)?.index === 0) part = readHeading(piece) ?? part
    const opens = segments.length === 0 && to < line.length && isTitleLine(piece.replace(/[.:]$/, ''))
    push(segments, line, lineStart, from, to, opens ? 'title' : LEGAL.test(piece) ? 'legal' : part)
    from = to
  }
  return part
}

function push(segments: Segment[], line: string, lineStart: number, from: number, to: number, part: Part): void {
  const piece = line.slice(from, to)
  const lead = LEADING.exec(piece)?.[0].length ?? 0
  const length = piece.trimEnd().length
  if (length > lead) segments.push({ start: lineStart + from + lead, end: lineStart + from + length, part })
}

function readHeading(words: string): Part | undefined {
  const lower = words.slice(0, 80).toLowerCase().replace(/^[^\p{L}]+/u, '')
  if (BENEFITS.test(lower)) return 'benefits'
  if (BONUS.test(lower)) return 'bonus'
  if (ABOUT.test(lower)) return 'about'
  return REQUIREMENT.test(lower) ? 'requirement' : undefined
}

function isHeadingLine(line: string): boolean {
  return line.length <= 70 && !/[.;,]$/.test(line) && line.split(' ', 10).length <= (line.endsWith(':') ? 9 : 6)
}

function isTitleLine(line: string): boolean {
  return line.length >= 3 && line.length <= 110 && !/https?:|[.!?;:]$|^\*\*URL/i.test(line) && line.split(' ', 13).length <= 12
}
