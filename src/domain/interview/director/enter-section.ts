import type { SectionId } from '../question.ts'
import { askOpener } from './ask-opener.ts'
import { chooseWording } from './choose-wording.ts'
import type { Draft } from './draft.ts'
import { emit, reply } from './draft.ts'
import { wrapUp } from './wrap-up.ts'

const introductions: Record<SectionId, string[]> = {
  A: [''],
  B: ['Now some code.', "Let's look at some code.", 'On to some code.'],
  C: ['Now a design question.', "Let's turn to a design question.", 'On to a design question.'],
  D: [''],
}

/** Opens a section with its first question; `before` is said first: a greeting or a recap. */
export function enterSection(draft: Draft, section: SectionId, before: string): Draft {
  const entered = emit(draft, { kind: 'section-entered', section })
  const words = [before, chooseWording(introductions[section], draft.plan.seed, section)]
    .filter(Boolean)
    .join(' ')
  const introduced = words ? reply(entered, words) : entered
  if (section === 'D') return wrapUp(introduced)
  const [first] = draft.plan.sections[section].questionIds
  if (first) return askOpener(introduced, first)
  const next = ({ A: 'B', B: 'C', C: 'D' } as const)[section]
  return enterSection(introduced, next, '')
}
