import { collection, fields } from '@keystatic/core'
import { choice } from '../fields/choice.ts'
import { text } from '../fields/text.ts'
import { id, pack } from './question-fields.ts'

const ADDRESS = { regex: /^https:\/\/\S+$/, message: 'Write an address that begins with https://.' }
const day = (label: string, description: string) => fields.date({ label, description })

/** Landing pages for one company each. */
export const companies = collection({
  label: 'Companies',
  path: 'src/content/companies/*',
  slugField: 'name',
  format: { data: 'yaml' },
  columns: ['pack', 'draft', 'edited'],
  schema: {
    name: fields.slug({
      name: { label: 'Name' },
      slug: { label: 'File', description: 'The last part of the page’s address, for good.' },
    }),
    draft: fields.checkbox({
      label: 'Draft',
      description: 'Not finished: it may have gaps, and no page is made of it. Take this off to publish.',
    }),
    lead: text({
      label: 'Lead',
      description: 'What the page comes to, in one or two sentences. 240 letters at most.',
      multiline: true,
    }),
    pack,
    focus: fields.multiRelationship({
      label: 'Focus',
      description: 'One to six competencies that a plan from this page weighs.',
      collection: 'competencies',
    }),
    edited: day('Edited', 'The day of the last edit: it stands on the page.'),
    facts: fields.array(
      fields.object({
        mark: text({
          label: 'Mark',
          description: 'At the edge of the page: “60 min”, “Stack”. 14 letters at most.',
        }),
        title: text({ label: 'Title' }),
        text: text({ label: 'Text', multiline: true }),
        confidence: choice({
          label: 'Confidence',
          values: ['stated', 'reported', 'dated'],
          usual: 'stated',
          names: {
            stated: 'Stated by the company',
            reported: 'Reported by somebody else',
            dated: 'Stated, and perhaps no longer so',
          },
        }),
        source: id('The id of a source below.'),
      }),
      {
        label: 'Facts',
        description: 'At least four, each with its source. Nothing that you cannot point to.',
        itemLabel: ({ fields: { title } }) => title.value,
      },
    ),
    sources: fields.array(
      fields.object({
        id: id('A short name, for the facts above.'),
        title: text({ label: 'Title' }),
        by: text({ label: 'By', description: 'Who published it, and when as far as it says.' }),
        href: text({ label: 'Address', pattern: ADDRESS }),
        read: day('Read', 'The day you read it.'),
      }),
      { label: 'Sources', itemLabel: ({ fields: { title } }) => title.value },
    ),
    probes: fields.array(
      fields.object({
        title: text({ label: 'What' }),
        because: text({
          label: 'Because',
          description: 'Why we think so. It is an inference: word it as one.',
          multiline: true,
        }),
      }),
      {
        label: 'Likely probed',
        description: 'At least three.',
        itemLabel: ({ fields: { title } }) => title.value,
      },
    ),
    prompts: fields.array(
      fields.object({
        text: text({ label: 'Question', multiline: true }),
        section: choice({
          label: 'Section',
          values: ['B', 'C'],
          usual: 'C',
          names: { B: 'B, code', C: 'C, scenario' },
        }),
        listensFor: text({ label: 'Listens for' }),
        then: text({ label: 'Then', description: 'What follows.' }),
      }),
      {
        label: 'Questions',
        description: 'At least five.',
        itemLabel: ({ fields: { text: said } }) => said.value,
      },
    ),
    snippet: fields.relationship({
      label: 'Snippet',
      description: 'A public one, to try on the page.',
      collection: 'snippets',
    }),
    differs: text({ label: 'How ours differs', multiline: true }),
    questions: fields.array(
      fields.object({
        question: text({ label: 'Question' }),
        answer: text({ label: 'Answer', multiline: true }),
      }),
      {
        label: 'Asked often',
        description: 'At least three.',
        itemLabel: ({ fields: { question } }) => question.value,
      },
    ),
  },
})
