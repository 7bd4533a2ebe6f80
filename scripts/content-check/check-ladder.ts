import type { RawBank } from '../../src/bank/read-bank.ts'
import { climb } from '../../src/bank/ladder/climb.ts'
import type { Climb } from '../../src/bank/ladder/climb.ts'
import { ladderItems } from '../../src/bank/ladder/ladder-item.ts'
import { ladderRates } from '../../src/bank/ladder/ladder-rates.ts'
import { SEALED_ANSWERS } from '../../src/bank/ladder/sealed-answers.ts'
import { createBankFinder } from '../../src/domain/grading/create-bank-finder.ts'

/** Grades all answers of the bank: a line for each question that is out of order, and the rates as a table. */
export function checkLadder(bank: RawBank): { problems: string[]; table: string[] } {
  const whole = { ...bank, snippets: bank.snippets.map((snippet) => ({ ...snippet, html: '' })) }
  const finder = createBankFinder(whole)
  const problems: string[] = []
  const open: Climb[] = []
  const sealed: Climb[] = []
  for (const item of ladderItems(whole)) {
    const isSealed = SEALED_ANSWERS.has(item.question.id)
    const climbs = climb(finder, item)
    ;(isSealed ? sealed : open).push(...climbs)
    for (const own of climbs) {
      const problem = isSealed ? sayUpsideDown(own) : sayProblem(own)
      if (problem) problems.push(`${item.file}: answers: ${problem}`)
    }
  }
  return { problems, table: [...rows('open', open), ...rows('sealed', sealed)] }
}

function sayProblem(climbed: Climb): string | undefined {
  const { manner, ordered, bestIsFour, worstIsLow } = climbed
  const upsideDown = sayUpsideDown(climbed)
  if (upsideDown || manner !== 'as written') return upsideDown
  if (!ordered)
    return `they should climb and earn ${sharesOf(climbed)}: widen the wordings of the points they should hold`
  if (!bestIsFour)
    return `level 4 earns ${sharesOf(climbed)}, .85 is a 4: widen the wordings of the points it should hold`
  if (!worstIsLow)
    return `level 2 earns ${sharesOf(climbed)}, .60 is a 3: look for wordings that are too broad`
  return undefined
}

function sayUpsideDown(climbed: Climb): string | undefined {
  return climbed.upsideDown
    ? `${climbed.manner}, level 2 earns as much as level 4 (${sharesOf(climbed)}): look for wordings that are too broad`
    : undefined
}

function sharesOf({ shares: { two, three, four } }: Climb): string {
  return [two, three, four].map((share) => share.toFixed(2)).join(', ')
}

function rows(name: string, climbs: readonly Climb[]): string[] {
  return ladderRates(climbs)
    .filter(({ questions }) => questions > 0)
    .map(
      ({ manner, questions, ordered, upsideDown, bestIsFour, worstIsLow }) =>
        `  ${`${name}, ${manner}`.padEnd(24)} ${questions} questions: in order ${ordered}, ` +
        `best at 4 ${bestIsFour}, weakest at 2 or less ${worstIsLow}, upside down ${upsideDown}`,
    )
}
