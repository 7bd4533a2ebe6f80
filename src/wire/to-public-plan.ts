import type { Bank } from '../domain/catalog/bank.ts'
import { minutesOf } from '../domain/interview/director/minutes-of.ts'
import { openSections } from '../domain/interview/open-sections.ts'
import { plannedMs } from '../domain/interview/planned-ms.ts'
import type { SectionId } from '../domain/interview/question.ts'
import type { Plan } from '../domain/interview/plan.ts'
import type { PublicPlan } from './public-plan.ts'
import { toPublicPractice } from './to-public-practice.ts'
import { sectionNames } from '../domain/interview/section-names.ts'

/** What a plan tells the candidate: grounds and coverage, never which questions. */
export function toPublicPlan(plan: Plan, bank: Bank, engineering: boolean): PublicPlan {
  const pack = bank.packs.find(({ id }) => id === plan.track.id)
  const planned = new Set(plan.competencies.map(({ id }) => id))
  const testable = new Set([...bank.snippets, ...bank.scenarios].flatMap((item) => item.competencies))
  return {
    level: plan.level,
    track: { ...plan.track, name: pack?.name ?? plan.track.id },
    engineering,
    competencies: plan.competencies.map(({ id, name, ground, asked, questionIds }) => ({
      id,
      name,
      ground,
      asked,
      tested: questionIds.length > 0,
    })),
    addable: bank.competencies
      .filter(({ id }) => !planned.has(id) && testable.has(id))
      .map(({ id, name }) => ({ id, name }))
      .sort((a, b) => a.name.localeCompare(b.name)),
    focus: plan.focus.map((id) => focusEffect(id, plan, bank)),
    sections: openSections(plan).map((id) => ({
      id,
      name: sectionNames[id],
      minutes: minutesOf(plan.sections[id].budgetMs),
      covers: covers(id, plan),
    })),
    dimensions: bank.rubrics.map(({ dimension, name }) => ({ id: dimension, name })),
    minutes: minutesOf(plannedMs(plan)),
    practice: plan.practice ? toPublicPractice(plan.practice) : null,
    extraTime: plan.extraTime,
  }
}

function focusEffect(id: string, plan: Plan, bank: Bank): PublicPlan['focus'][number] {
  const name = bank.competencies.find((item) => item.id === id)?.name ?? id
  const chosen = new Set([...plan.sections.B.questionIds, ...plan.sections.C.questionIds])
  const touching = [...bank.snippets, ...bank.scenarios].filter(
    (item) => chosen.has(item.id) && item.competencies.includes(id),
  )
  const count = touching.length
  const effect =
    count === 0
      ? 'No question of this track is about it, so it did not change the selection.'
      : `${count === 1 ? 'One planned question is' : `${count} planned questions are`} about it.`
  return { id, name, effect }
}

function covers(id: SectionId, plan: Plan): string {
  const codes = plan.sections.B.questionIds.length
  const scenarios = plan.sections.C.questionIds.length
  switch (id) {
    case 'A':
      return 'A system you owned end to end: its goal, scale and constraints, your part, its targets and how you measured them.'
    case 'B':
      return `${codes === 1 ? 'One snippet' : `${codes} snippets`} of 60 to 120 lines: the biggest risks, what you would change first, how you would test it.`
    case 'C':
      return `${scenarios === 1 ? 'One design question' : `${scenarios} design questions`} tied to the posting, with follow-ups on what you said or left out.`
    case 'D':
      return 'What to improve, what to practise and what to read.'
  }
}
