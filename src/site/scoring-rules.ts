import { rules } from '../domain/grading/rules.ts'

export interface WordedRule {
  name: string
  text: string
}

const percent = (share: number) => `${Math.round(share * 100)}%`
const part = (share: number) => (share === 0.5 ? 'half' : percent(share))

/** How a number comes about, worded from the very numbers that decide it. */
export function scoringRules(): WordedRule[] {
  const { bands, credit, hinted, quotesForFour, turnsForFour } = rules
  return [
    {
      name: 'Evidence first',
      text: 'Each question has points that a good answer makes. A point counts as heard only where your own words make it, and the quote is checked letter by letter against what you said.',
    },
    {
      name: 'Share to score',
      text: `Points have weights. From ${percent(bands['2'])} of the weight the score is 2, from ${percent(bands['3'])} it is 3, from ${percent(bands['4'])} it is 4. A point made in part earns ${part(credit.partly)} of its weight, one made after a hint keeps ${part(hinted)}.`,
    },
    {
      name: 'A 4',
      text: `Rests on at least ${quotesForFour} quotes from at least ${turnsForFour} turns. In debugging it also takes a grave fault found without a hint, with a fix or a test for it.`,
    },
    {
      name: 'A 1',
      text: 'Needs a quote too: something relevant that is wrong. Saying little is never a 1.',
    },
    {
      name: 'Hints',
      text: `When everything found came after a hint, the score is ${rules.allHintedCap} at most.`,
    },
    {
      name: 'False alarms',
      text: 'Calling correct code a bug takes weight from debugging. A doubtful “could that be zero?” does not.',
    },
    {
      name: 'Spread',
      text: 'How many steps a score moves at most when one question is left out. A difference between two sessions that is no larger is called “within the spread”: other questions could have made it.',
    },
    {
      name: 'Not assessed',
      text: 'A dimension without a quote has no number: no guess, no average, no middle.',
    },
  ]
}

/** What each verdict takes, worded from the numbers that decide it. */
export function verdictRules(): WordedRule[] {
  const { verdicts, assessedForVerdict } = rules
  const words = ({ overall, least }: { overall: number; least: number }) =>
    `An overall of ${overall.toFixed(1)} or more, with nothing under ${least}.`
  return [
    { name: 'Above the bar', text: words(verdicts.above) },
    { name: 'At the bar', text: words(verdicts.at) },
    { name: 'Below the bar', text: 'Anything else.' },
    {
      name: 'No verdict',
      text: `Fewer than ${assessedForVerdict} dimensions with evidence. The report then says “not enough evidence”.`,
    },
  ]
}
