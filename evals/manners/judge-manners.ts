import type { Sources } from '../../src/domain/interview/director/draft.ts'
import { playInterview } from '../candidates/play-interview.ts'
import type { Casting } from '../candidates/play-interview.ts'
import { checks } from './checks.ts'
import { readInterview } from './read-interview.ts'

/** A check that answered no, with the interview it did so for. */
export interface Failure {
  id: string
  name: string
  breaches: string[]
}

/** Plays one casting and judges it by every check. */
export function judgeManners(casting: Casting, sources: Sources): Failure[] {
  const interview = readInterview(playInterview(casting, sources), sources)
  return checks.flatMap(({ id, judge }) => {
    const breaches = judge(interview)
    return breaches.length === 0 ? [] : [{ id, name: casting.name, breaches }]
  })
}
