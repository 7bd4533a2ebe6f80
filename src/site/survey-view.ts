import type { Survey } from '../domain/interview/survey.ts'

/** `form`: what to think of the session; `after-call`: how the call went; `thanks`: both said; `nothing` to ask. */
export type SurveyAsk = 'form' | 'after-call' | 'thanks' | 'nothing'

/** What of the survey is still to be asked. Each part is asked once, and who skipped it is not asked for it again. */
export function surveyAsk(survey: Survey, asksAfterCall: boolean): SurveyAsk {
  const { passed, skipped, ...said } = survey
  const answered = Object.keys(said).length > 0
  if (!answered && skipped === undefined && !asksAfterCall) return 'form'
  if (asksAfterCall && (passed === undefined || passed === 'waiting')) return 'after-call'
  return answered || passed !== undefined ? 'thanks' : 'nothing'
}
