import type { Scenario } from '../catalog/scenario.ts'
import type { Plan } from './plan.ts'
import type { Question } from './question.ts'

type SlotName = 'product' | 'stack' | 'scale'

/** The question with the slots of its opener filled: words of the job description, else the content's own. */
export function fillSlots(question: Question, own: Scenario['slots'], grounded: Plan['slots']): Question {
  const fill = (text: string) =>
    text.replace(
      /\{(product|stack|scale)\}/g,
      (whole, name: SlotName) => grounded[name] ?? own[name] ?? whole,
    )
  const asks = question.asks.map((ask) => (ask.id === 'opener' ? { ...ask, text: fill(ask.text) } : ask))
  return { ...question, asks }
}
