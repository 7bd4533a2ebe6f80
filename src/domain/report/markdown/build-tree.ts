import type { Root } from 'mdast'
import type { Report } from '../report.ts'
import { answerKeyBlocks } from './answer-key-blocks.ts'
import { correctionBlocks } from './correction-blocks.ts'
import { dimensionBlocks } from './dimension-blocks.ts'
import { headBlocks } from './head-blocks.ts'
import { momentBlocks } from './moment-blocks.ts'
import { planBlocks } from './plan-blocks.ts'
import { postingBlocks } from './posting-blocks.ts'
import { questionBlocks } from './question-blocks.ts'
import { heading } from './tree-parts.ts'
import { transcriptBlocks } from './transcript-blocks.ts'

/** The report as a Markdown tree. It is the tree that a GFM parser makes of the written report, whatever was said. */
export function buildTree(report: Report): Root {
  return {
    type: 'root',
    children: [
      ...headBlocks(report),
      heading(2, 'Scores'),
      ...report.dimensions.flatMap(dimensionBlocks),
      ...planBlocks(report),
      ...postingBlocks(report),
      ...answerKeyBlocks(report),
      ...questionBlocks(report.questions),
      ...momentBlocks(report.moments),
      ...correctionBlocks(report),
      ...transcriptBlocks(report),
    ],
  }
}
