import type { Practice } from './practice.ts'
import type { Ask, Question } from './question.ts'

type Narrowing = NonNullable<Practice['drill']>

/** A question of which only some points are asked for and count, as in a drill. */
export function narrowQuestion(question: Question, { ask, pointIds }: Narrowing): Question {
  const isMeant = (id: string) => pointIds.includes(id)
  return {
    ...question,
    asks: question.asks.flatMap((each): Ask[] => {
      if (each.id === 'opener') return [{ ...each, text: openerOf(question, each, ask) }]
      return each.missing.length > 0 && [...each.missing, ...each.heard].every(isMeant) ? [each] : []
    }),
    points: question.points.filter(({ id }) => isMeant(id)),
    whole: question,
  }
}

/** Code is shown and its summary read; a scenario needs its own opener first. */
function openerOf({ kind }: Question, { text }: Ask, ask: string): string {
  return kind === 'scenario' ? `${text} ${ask}` : ask
}
