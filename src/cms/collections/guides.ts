import { collection, fields } from '@keystatic/core'
import { text } from '../fields/text.ts'
import { pack } from './question-fields.ts'

/** Things to read before a call, written for this site. */
export const guides = collection({
  label: 'Guides',
  path: 'src/content/guides/*',
  slugField: 'title',
  format: { data: 'yaml' },
  columns: ['pack', 'draft', 'edited'],
  schema: {
    title: fields.slug({
      name: { label: 'Title' },
      slug: { label: 'File', description: 'The last part of the page’s address, for good.' },
    }),
    draft: fields.checkbox({
      label: 'Draft',
      description: 'Not finished: no page is made of it. Take this off to publish.',
    }),
    lead: text({
      label: 'Lead',
      description: 'Who it helps, and with what. 240 letters at most.',
      multiline: true,
    }),
    pack,
    edited: fields.date({
      label: 'Edited',
      description: 'The day of the last edit: it stands on the page.',
    }),
    sections: fields.array(
      fields.object({
        heading: text({ label: 'Heading' }),
        text: text({ label: 'Text', description: 'An empty line begins a new paragraph.', multiline: true }),
      }),
      {
        label: 'Sections',
        description: 'At least three.',
        itemLabel: ({ fields: { heading } }) => heading.value,
      },
    ),
  },
})
