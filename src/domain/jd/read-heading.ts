import type { Part } from './jd-part.ts'

/** One pattern that any of the alternatives, given with bars between them, begins. */
function startsWith(...alternatives: string[]): RegExp {
  return new RegExp(`^(?:${alternatives.join('|')})`)
}

const BENEFITS = startsWith(
  '(?:(?:our|the|some of our|key|employee|company|job|your) )?(?:benefits|perks|compensation\\b)',
  "what['’]?s? (?:is )?in it|what we (?:can )?offer|what['’]s on offer|what you['’]ll get\\b|we offer",
  "why (?:join|work|us|you['’]ll love)|top reasons|equal (?:employment )?opportunit|diversity|eeo|inclusion",
  'how to apply|(?:application|interview|hiring) process|privacy|our commitment to|your right to work',
  'wir bieten|was wir bieten|das bieten|nous offrons|ce que nous offrons|avantages|(?:qué )?ofrecemos',
  'beneficios|benefícios|待遇|福利厚生|복지|혜택',
)
const ABOUT = startsWith(
  'about (?!(?:the|this) (?:role|job|position|team|opportunity)|you\\b|your\\b)|who we are|the company',
  'company (?:description|overview|profile|background)|our (?:company|mission|story|values|culture)\\b',
  'über uns|wer wir sind|qui sommes|à propos|sobre nosotros|quiénes somos|sobre nós|会社概要|企業情報|회사',
)
const BONUS = startsWith(
  'nice[- ]to[- ]have|bonus|preferred|desirable|desired|(?:major )?plus(?:es)?\\b|good to have|extra credit',
  "it(?:['’]s| would be)? (?:a plus|great if)|wünschenswert|von vorteil|les plus|idéalement|deseable",
  'se valora|歓迎|우대',
)
const QUALIFIER =
  '(?:(?:basic|minimum|key|main|core|primary|required|essential|technical|job|the|your|our|position' +
  '|mandatory|additional)[ /&]+){0,3}'
const REQUIREMENT = startsWith(
  `${QUALIFIER}(?:requirements?|qualifications?|skills?|experience|responsibilit(?:y|ies)|duties|tasks)`,
  "must[- ]haves?|essential|what (?:you|we['’]re looking|skills|experience)|who you are|role\\b|the role\\b",
  "you(?:['’]ll| will| have| are|['’]re)\\b",
  'about (?:you|(?:the|this) (?:role|job|position|team|opportunity))',
  'job (?:description|summary|purpose|details)|description|summary|overview|technolog|profile',
  '(?:tech )?stack',
  '(?:ihre |deine )?aufgaben|(?:ihr |dein )?profil|anforderungen|das bringst du',
  'missions?\\b|votre|compétences',
  'requisitos|responsabilidades|funciones|必須|応募資格|仕事内容|業務内容|자격|주요업무|요구',
)

/** The part of a job description that a line opens, or nothing where it is no heading we know. */
export function readHeading(line: string): Part | undefined {
  const lower = line
    .slice(0, 80)
    .toLowerCase()
    .replace(/^[^\p{L}]+/u, '')
  if (BENEFITS.test(lower)) return 'benefits'
  if (BONUS.test(lower)) return 'bonus'
  if (ABOUT.test(lower)) return 'about'
  return REQUIREMENT.test(lower) ? 'requirement' : undefined
}
