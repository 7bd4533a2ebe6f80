import { collection, fields } from '@keystatic/core'
import { text } from '../fields/text.ts'
import { level } from './question-fields.ts'

const seconds = (label: string, description: string, defaultValue: number) =>
  fields.integer({ label, description, defaultValue, validation: { min: 0, max: 300 } })

const turn = fields.object({
  to: text({
    label: 'Answers',
    description: 'Question and ask, as npm run sample names them: order-webhook/opener.',
    pattern: { regex: /^[a-z0-9-]+\/[a-z0-9-]+$/, message: 'Write question/ask.' },
  }),
  after: seconds('After', 'Seconds of thought before the first word.', 3),
  hold: seconds('Hold', 'Seconds on hold before that.', 0),
  lines: text({
    label: 'Lines',
    description: 'Selected while speaking: 12-15.',
    pattern: { regex: /^\d+(-\d+)?$/, message: 'Write lines as 12-15, or 12 for one.' },
  }),
  say: text({ label: 'Says', multiline: true }),
  mark: fields.checkbox({ label: 'Marks the moment' }),
  note: text({ label: 'Note', multiline: true }),
})

/** Scripted interviews on public questions, played by the real engine when the site is built. */
export const samples = collection({
  label: 'Sample interviews',
  path: 'src/content/samples/*',
  slugField: 'title',
  format: { data: 'yaml' },
  columns: ['order'],
  schema: {
    title: fields.slug({ name: { label: 'Title' }, slug: { label: 'File' } }),
    candidate: text({ label: 'Candidate', description: 'Who is talking.', multiline: true }),
    shows: text({ label: 'What it shows', multiline: true }),
    order: fields.integer({ label: 'Place in the list', defaultValue: 1, validation: { min: 1 } }),
    posting: text({ label: 'Posting', multiline: true }),
    level,
    domain: text({ label: 'Pack', description: 'Id of a pack, or auto to read it from the posting.' }),
    focus: fields.multiRelationship({ label: 'Focus areas', collection: 'competencies' }),
    heldAt: text({ label: 'Held at', description: 'As 2026-11-18T10:00:00.000Z.' }),
    seed: fields.integer({
      label: 'Seed',
      description: 'Chooses among the public questions.',
      defaultValue: 1,
      validation: { min: 0 },
    }),
    turns: fields.array(turn, { label: 'Turns', itemLabel: (own) => own.fields.to.value || 'New' }),
  },
})
