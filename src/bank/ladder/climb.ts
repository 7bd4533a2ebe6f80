import type { Finder } from '../../domain/grading/finder.ts'
import { bandOf } from '../../domain/grading/score-points.ts'
import type { LadderItem } from './ladder-item.ts'
import { padAnswer } from './pad-answer.ts'
import { shareOf } from './share-of.ts'
import { speakLoosely } from './speak-loosely.ts'

export const MANNERS = ['as written', 'loosely spoken', 'padded'] as const
export type Manner = (typeof MANNERS)[number]

const inManner: Record<Manner, (answer: string) => string> = {
  'as written': (answer) => answer,
  'loosely spoken': speakLoosely,
  padded: padAnswer,
}

/** How one question's answers did, said in one manner. Shares are 0-1. */
export interface Climb {
  manner: Manner
  shares: { two: number; three: number; four: number }
  /** Level 4 above 3 above 2. */
  ordered: boolean
  /** Level 2 graded as high as level 4 or higher. */
  upsideDown: boolean
  bestIsFour: boolean
  worstIsLow: boolean
}

/** Grades the answers to one question with the finder, in every manner. */
export function climb(finder: Finder, { question, answers }: LadderItem): Climb[] {
  return MANNERS.map((manner) => {
    const share = (answer: string) => shareOf(finder, question, inManner[manner](answer))
    const shares = { two: share(answers['2']), three: share(answers['3']), four: share(answers['4']) }
    return {
      manner,
      shares,
      ordered: shares.two < shares.three && shares.three < shares.four,
      upsideDown: shares.two >= shares.four,
      bestIsFour: bandOf(shares.four) === 4,
      worstIsLow: bandOf(shares.two) <= 2,
    }
  })
}
