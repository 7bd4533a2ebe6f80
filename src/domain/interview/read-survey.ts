import { Survey } from './survey.ts'

/** The answers that fit the survey; others, which a client of the API may have sent, are left out. */
export function readSurvey(answers: Record<string, string | number> = {}): Survey {
  const fitting = Object.entries(answers).filter(([name, answer]) => {
    const { success, data } = Survey.safeParse({ [name]: answer })
    return success && Object.hasOwn(data, name)
  })
  return Survey.parse(Object.fromEntries(fitting))
}
