import { Survey } from '../domain/interview/survey.ts'

const NUMBERS = ['csat', 'confidenceBefore', 'confidenceAfter'] as const
const TEXTS = ['again', 'why', 'feltRealistic', 'knowWhatToFix', 'skipped', 'passed'] as const

/** The answers of the form below a report; what was left open is left out. Null when one is none of those offered. */
export function readSurveyForm(form: FormData): Survey | null {
  const given = (name: string) => {
    const value = form.get(name)
    return typeof value === 'string' && value.trim() !== '' ? value : undefined
  }
  const numbers = NUMBERS.flatMap((name) => (given(name) === undefined ? [] : [[name, Number(given(name))]]))
  const texts = TEXTS.flatMap((name) => (given(name) === undefined ? [] : [[name, given(name)]]))
  const parsed = Survey.safeParse(Object.fromEntries([...numbers, ...texts]))
  return parsed.success ? parsed.data : null
}
