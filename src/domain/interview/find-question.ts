import type { Bank } from '../catalog/bank.ts'
import { fallbackQuestion } from './fallback-question.ts'
import type { Plan } from './plan.ts'
import type { Question } from './question.ts'
import { scenarioQuestion } from './scenario-question.ts'
import { snippetQuestion } from './snippet-question.ts'
import { warmupQuestion } from './warmup-question.ts'

const wrapUp: Question = {
  id: 'wrap-up',
  kind: 'wrap-up',
  title: 'Wrap-up',
  level: 'senior',
  asks: [],
  points: [],
  signals: [],
  facts: [],
  competencies: [],
  bestAnswer: '',
}

/**
 * The question with this id, its slots filled for this plan.
 * @throws Error when the bank has no such question: the plan was made from other content.
 */
export function findQuestion(bank: Bank, plan: Plan, id: string): Question {
  const snippet = bank.snippets.find((item) => item.id === id)
  if (snippet) return snippetQuestion(snippet)
  const scenario = bank.scenarios.find((item) => item.id === id)
  if (scenario) return scenarioQuestion(scenario, plan.slots)
  const warmup = bank.warmups.find((item) => item.id === id)
  if (warmup) return warmupQuestion(warmup)
  const rubric = bank.rubrics.find(({ dimension }) => `fallback-${dimension}` === id)
  if (rubric) return fallbackQuestion(rubric)
  if (id === wrapUp.id) return wrapUp
  throw new Error(`the bank has no question ${id}`)
}
