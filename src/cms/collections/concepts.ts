import { collection, fields } from '@keystatic/core'
import { listOfLines } from '../fields/list-of-lines.tsx'
import { id } from './question-fields.ts'

/** Words that mean the same to the built-in grader, a file a subject. */
export const concepts = collection({
  label: 'Vocabulary',
  path: 'src/content/concepts/*',
  slugField: 'title',
  format: { data: 'yaml' },
  schema: {
    title: fields.slug({ name: { label: 'Subject' }, slug: { label: 'File' } }),
    concepts: fields.array(
      fields.object({
        id: id('Names the meaning.'),
        forms: listOfLines({
          label: 'Words',
          description: 'Words and phrases that mean the same in a technical conversation.',
        }),
      }),
      { label: 'Meanings', itemLabel: (own) => own.fields.id.value || 'New' },
    ),
  },
})
