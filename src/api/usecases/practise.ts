import { findDrill } from '../../domain/interview/find-drill.ts'
import { makeDrillPlan, makeReAnswerPlan } from '../../domain/interview/make-practice-plan.ts'
import { makePlan } from '../../domain/interview/make-plan.ts'
import type { Plan } from '../../domain/interview/plan.ts'
import { planRequestOf } from '../../domain/interview/plan-request-of.ts'
import type { Report } from '../../domain/report/report.ts'
import type { Practise } from '../../wire/practise.ts'
import type { SessionCreated } from '../../wire/sessions.ts'
import type { Dependencies } from '../dependencies.ts'
import { Fault } from '../failure.ts'
import { openSession } from './open-session.ts'
import { seenQuestions } from './seen-questions.ts'

/**
 * Opens a new session out of a graded one, whose report stays as it is.
 * @throws Fault `not-found`, `report-not-ready`, `invalid` for a question that was not asked or a point that was not
 * missed, `nothing-unseen` when no other material has it.
 */
export async function practise(
  dependencies: Dependencies,
  id: string,
  ownerId: string | undefined,
  wanted: Practise,
): Promise<SessionCreated> {
  const { bank, log, sessions, newSeed } = dependencies
  const { state } = await sessions.own(id, ownerId)
  const { report, plan, profile, domain } = state
  if (!report || !plan || !profile) {
    throw new Fault('report-not-ready', 'This interview has not been finished.')
  }
  const seen = await seenQuestions(log, sessions, state.ownerId)
  const next = (): Plan => {
    switch (wanted.kind) {
      case 'same-posting':
        return makePlan({ ...planRequestOf(state), seed: newSeed(), seen }, bank)
      case 're-answer':
        return makeReAnswerPlan(plan, id, wanted.questionId, askedQuestion(report, wanted.questionId).section)
      case 'drill': {
        checkMissed(report, wanted.questionId, wanted.pointId)
        const drill = findDrill(bank, wanted.questionId, wanted.pointId, seen)
        if (drill) return makeDrillPlan(plan, id, wanted.questionId, drill)
        throw new Fault('nothing-unseen', 'You have met all the material that could practise this.')
      }
    }
  }
  return openSession(dependencies, state.ownerId, profile, domain, next())
}

function askedQuestion({ questions }: Report, questionId: string): Report['questions'][number] {
  const question = questions.find(({ id }) => id === questionId)
  if (question) return question
  throw new Fault('invalid', `questionId: this interview did not ask ${questionId}.`)
}

function checkMissed(report: Report, questionId: string, pointId: string): void {
  const { pointsMissed } = askedQuestion(report, questionId)
  if (pointsMissed.some(({ id }) => id === pointId)) return
  throw new Fault('invalid', `pointId: ${pointId} was not missed in ${questionId}.`)
}
