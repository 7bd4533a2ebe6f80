import { fields, singleton } from '@keystatic/core'
import type { DimensionId } from '../../domain/catalog/vocabulary.ts'
import { choice } from '../fields/choice.ts'
import { listOfLines } from '../fields/list-of-lines.tsx'
import { text } from '../fields/text.ts'
import { probe } from './question-fields.ts'

const said = (label: string) => text({ label, multiline: true })

const anchors = fields.object(
  { '1': said('1'), '2': said('2'), '3': said('3'), '4': said('4') },
  { label: 'Anchors', description: 'What each score means. The scale is the senior bar for everybody.' },
)

const advice = (label: string) =>
  fields.object(
    { '1': said('1'), '2': said('2'), '3': said('3'), '4': said('4'), none: said('Not assessed') },
    { label, description: 'What to do next, for whoever scored this. Never an answer to a question.' },
  )

/** One dimension of the published rubric: there are five, and each is edited in its place. */
export function rubric(dimension: DimensionId, label: string) {
  return singleton({
    label,
    path: `src/content/rubrics/${dimension}`,
    format: { data: 'yaml' },
    schema: {
      dimension: choice({ label: 'Dimension', values: [dimension], usual: dimension }),
      name: text({ label: 'Name' }),
      shortName: text({ label: 'Short name', description: 'For narrow places.' }),
      description: said('Description'),
      anchors,
      advice: fields.object(
        { senior: advice('To seniors'), mid: advice('In coaching mode') },
        { label: 'Advice' },
      ),
      fallback: fields.object(probe, {
        label: 'Fallback question',
        description: 'Asked near the end if nothing so far could show this dimension.',
      }),
      prompts: listOfLines({ label: 'Practice prompts', description: 'To take along.' }),
      readings: fields.multiRelationship({ label: 'Readings', collection: 'readings' }),
    },
  })
}
