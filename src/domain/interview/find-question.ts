import type { Bank } from '../catalog/bank.ts'
import { fallbackQuestion } from './fallback-question.ts'
import { fillSlots } from './fill-slots.ts'
import { narrowQuestion } from './narrow-question.ts'
import type { Plan } from './plan.ts'
import type { Question } from './question.ts'
import { scenarioQuestion } from './scenario-question.ts'
import { snippetQuestion } from './snippet-question.ts'
import { warmupQuestion } from './warmup-question.ts'
import { wrapUpQuestion } from './wrap-up-question.ts'

/** Questions already made of a content item: the finder knows points it has seen by their identity. */
const made = new WeakMap<object, Question>()

function once<Item extends object>(item: Item, make: (item: Item) => Question): Question {
  const known = made.get(item) ?? make(item)
  made.set(item, known)
  return known
}

/**
 * The question with this id, its slots filled for this plan.
 * @throws Error when the bank has no such question: the plan was made from other content.
 */
export function findQuestion(bank: Bank, plan: Plan, id: string): Question {
  const drill = plan.practice?.drill
  const question = wholeQuestion(bank, plan, id)
  return drill ? narrowQuestion(question, drill) : question
}

function wholeQuestion(bank: Bank, plan: Plan, id: string): Question {
  const snippet = bank.snippets.find((item) => item.id === id)
  if (snippet) return once(snippet, snippetQuestion)
  const scenario = bank.scenarios.find((item) => item.id === id)
  if (scenario) return fillSlots(once(scenario, scenarioQuestion), scenario.slots, plan.slots)
  const warmup = bank.warmups.find((item) => item.id === id)
  if (warmup) return once(warmup, warmupQuestion)
  const rubric = bank.rubrics.find(({ dimension }) => `fallback-${dimension}` === id)
  if (rubric) return once(rubric, fallbackQuestion)
  if (id === wrapUpQuestion.id) return wrapUpQuestion
  throw new Error(`the bank has no question ${id}`)
}
