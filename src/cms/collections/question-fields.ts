import { fields } from '@keystatic/core'
import { CodeSubScore, DimensionId, Level, ScenarioSubScore } from '../../domain/catalog/vocabulary.ts'
import { choice } from '../fields/choice.ts'
import { listOfIds } from '../fields/list-of-ids.tsx'
import { listOfLines } from '../fields/list-of-lines.tsx'
import { text } from '../fields/text.ts'

const ID = { regex: /^[a-z0-9]+(-[a-z0-9]+)*$/, message: 'Use lower-case words joined by hyphens.' }

/** An id inside an entry. */
export const id = (description: string) => text({ label: 'Id', description, pattern: ID })

export const draft = fields.checkbox({
  label: 'Draft',
  description: 'Not finished: it may have gaps, and it is never asked. Take this off when it is complete.',
})

export const isPublic = fields.checkbox({
  label: 'Public',
  description: 'Shown on open pages and in samples, and therefore never asked in a session.',
})

export const level = choice({
  label: 'Level',
  values: Level.options,
  usual: 'senior',
  names: { senior: 'Senior', mid: 'Mid' },
})

export const pack = fields.relationship({ label: 'Pack', collection: 'packs' })

export const competencies = fields.multiRelationship({
  label: 'Competencies',
  description: 'What it can show; a posting that asks for these meets this question first.',
  collection: 'competencies',
})

export const weight = (what: string) =>
  fields.integer({
    label: 'Weight',
    description: `1 to 3: ${what}`,
    defaultValue: 2,
    validation: { min: 1, max: 3 },
  })

export const wordings = listOfLines({
  label: 'Wordings',
  description:
    'How engineers say it aloud: terse, rambling, as the fix, from the log, in jargon. Six to nine.',
})

export const misheard = listOfLines({
  label: 'Misheard',
  description: 'The same as a speech recogniser gets it wrong.',
})

const dimension = choice({ label: 'Dimension', values: DimensionId.options, usual: 'breadth' })

/** Every sub-score: those of code for snippets, those of design for scenarios and warm-ups. */
const subScores = [...new Set([...CodeSubScore.options, ...ScenarioSubScore.options])]

const itemOf = (own: { fields: { id: { value: string } } }) => own.fields.id.value || 'New'

export const points = fields.array(
  fields.object({
    id: id('Follow-ups and answers refer to it.'),
    text: text({ label: 'What a strong answer says', description: 'One sentence.', multiline: true }),
    wordings,
    misheard,
    weight: weight('how much of the score hangs on it.'),
    dimension,
    sub: choice({ label: 'Sub-score', values: subScores, usual: 'correctness' }),
  }),
  { label: 'Expected points', itemLabel: (own) => itemOf(own) },
)

export const signals = fields.array(fields.object({ id: id('Follow-ups refer to it.'), wordings }), {
  label: 'Signals',
  description: 'Heard and never scored: they only choose a follow-up.',
  itemLabel: (own) => itemOf(own),
})

export const followUps = fields.array(
  fields.object({
    heard: listOfIds({ label: 'When heard', description: 'Points or signals that were said.' }),
    missing: listOfIds({ label: 'And missing', description: 'Points or signals that were not.' }),
    ask: text({
      label: 'Ask',
      description: 'One question that does not contain its answer.',
      multiline: true,
    }),
  }),
  {
    label: 'Follow-ups',
    description: 'The first that fits is asked.',
    itemLabel: (own) => own.fields.ask.value || 'New',
  },
)

const probePoints = fields.array(
  fields.object({ text: text({ label: 'What a strong answer says', multiline: true }), wordings }),
  { label: 'Points', itemLabel: (own) => own.fields.text.value || 'New' },
)

/** A drill-down question with a key of its own. */
export const probe = {
  id: id('Sample interviews refer to it.'),
  ask: text({ label: 'Ask', multiline: true }),
  dimension,
  points: probePoints,
  best: text({ label: 'Best answer', description: 'As it is said aloud.', multiline: true }),
}

export const probes = fields.array(fields.object(probe), { label: 'Probes', itemLabel: (own) => itemOf(own) })

export const facts = fields.array(
  fields.object({
    id: id('Names the subject.'),
    patterns: listOfLines({ label: 'Asked for by', description: 'Short phrases of a clarifying question.' }),
    answer: text({ label: 'Answer', description: 'One subject, nothing volunteered.', multiline: true }),
  }),
  {
    label: 'Facts',
    description: 'What a clarifying question is answered with.',
    itemLabel: (own) => itemOf(own),
  },
)

const answer = (label: string, description: string) => text({ label, description, multiline: true })

export const answers = fields.object(
  {
    '2': answer('At level 2', 'On topic, superficial, misses the root of it.'),
    '3': answer('At level 3', 'The key idea with gaps.'),
    '4': answer('At level 4', 'What a strong senior engineer says; the report shows it.'),
  },
  { label: 'Answers', description: 'Whole answers as they are said aloud, written before the wordings.' },
)

const earned = (label: string) =>
  fields.object(
    {
      full: listOfIds({ label: 'Points said in full' }),
      partly: listOfIds({ label: 'Points half said' }),
      falseAlarms: listOfIds({ label: 'Traps it steps into' }),
    },
    { label },
  )

export const answerPoints = fields.object(
  { '2': earned('Level 2'), '3': earned('Level 3'), '4': earned('Level 4') },
  { label: 'What the answers earn', description: 'By your own judgement; the grader is tested against it.' },
)

export const readings = fields.array(
  fields.object({
    reading: fields.relationship({ label: 'Reading', collection: 'readings' }),
    for: listOfIds({ label: 'For whoever missed', description: 'Points or issues.' }),
  }),
  { label: 'Readings', itemLabel: (own) => own.fields.reading.value ?? 'New' },
)
