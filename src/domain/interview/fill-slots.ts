import type { Scenario } from '../catalog/scenario.ts'
import type { Plan } from './plan.ts'
import type { Question } from './question.ts'

type SlotName = 'product' | 'stack' | 'scale'

/** A part of a product: it has no customers, plans or merchants of its own. */
const PART = /\b(pipeline|engine|checkout|proxy|gateway|dashboard|api)$/i

/**
 * The question with the slots of its opener filled: words of the job description where they fit the sentence, else
 * the content's own. A scale from a job description may count anything, so it follows "at the scale of".
 */
export function fillSlots(question: Question, own: Scenario['slots'], grounded: Plan['slots']): Question {
  const product = grounded.product && !PART.test(grounded.product) ? grounded.product : undefined
  const words = { ...grounded, product }
  const fill = (text: string) =>
    (words.scale ? text.replace(/\bat \{scale\}/g, 'at the scale of {scale}') : text).replace(
      /\{(product|stack|scale)\}/g,
      (whole, name: SlotName) => words[name] ?? own[name] ?? whole,
    )
  const asks = question.asks.map((ask) => (ask.id === 'opener' ? { ...ask, text: fill(ask.text) } : ask))
  return { ...question, asks }
}
