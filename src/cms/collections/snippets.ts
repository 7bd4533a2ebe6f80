import { collection, fields } from '@keystatic/core'
import { BugKind } from '../../domain/catalog/bug-kind.ts'
import { Language } from '../../domain/catalog/snippet.ts'
import { Severity } from '../../domain/catalog/vocabulary.ts'
import { change } from '../fields/change.tsx'
import { choice } from '../fields/choice.ts'
import { codeFile } from '../fields/code-file.tsx'
import { listOfLines } from '../fields/list-of-lines.tsx'
import { text } from '../fields/text.ts'
import * as question from './question-fields.ts'

const LINES = { regex: /^\d+(-\d+)?$/, message: 'Write lines as 12-15, or 12 for one.' }

const lines = text({
  label: 'Lines',
  description: 'Of the shown code: 12-15, or 12 for one.',
  pattern: LINES,
})

const issue = fields.object({
  id: question.id('The proof names it.'),
  title: text({ label: 'Title', description: 'What goes wrong, in a line of the report.' }),
  lines,
  alsoAt: listOfLines({ label: 'Also at', description: 'Other lines that belong to it, as 12-15.' }),
  severity: choice({ label: 'Severity', values: Severity.options, usual: 'high' }),
  kind: choice({ label: 'Kind', values: BugKind.options, usual: 'failure-handling' }),
  finding: fields.object(
    {
      id: question.id('Of the point that finding it is.'),
      weight: question.weight('3 for the worst issue.'),
    },
    { label: 'Finding it' },
  ),
  rootCause: text({ label: 'Root cause', multiline: true }),
  fix: change({ label: 'Minimal fix', description: 'The report shows it and the proof runs it.' }),
  alsoRight: fields.array(
    fields.object({ say: text({ label: 'In words', multiline: true }), change: change({ label: 'Change' }) }),
    { label: 'Other right fixes', itemLabel: (own) => own.fields.say.value || 'New' },
  ),
  notEnough: fields.array(
    fields.object({
      say: text({ label: 'In words', multiline: true }),
      because: text({ label: 'Why it is not enough', multiline: true }),
      change: change({ label: 'Change' }),
    }),
    { label: 'Tempting fixes that are wrong', itemLabel: (own) => own.fields.say.value || 'New' },
  ),
  test: text({ label: 'How to test it', multiline: true }),
  wordings: question.wordings,
  misheard: question.misheard,
  hints: listOfLines({ label: 'Hints', description: 'Three: where to think, where to look, the mechanism.' }),
})

const trap = fields.object({
  id: question.id('The proof names it.'),
  title: text({ label: 'Title' }),
  lines,
  looksWrong: text({ label: 'Why it looks wrong', multiline: true }),
  isRight: text({ label: 'Why it is right', multiline: true }),
  change: change({ label: 'The tempting change', description: 'The proof shows that it breaks something.' }),
  wordings: question.wordings,
  misheard: question.misheard,
})

/** Code with planted bugs: a folder each, with the code, its proof and its log beside the entry. */
export const snippets = collection({
  label: 'Snippets',
  path: 'src/content/snippets/*/',
  slugField: 'title',
  format: { data: 'yaml' },
  columns: ['pack', 'draft', 'public'],
  schema: {
    title: fields.slug({
      name: { label: 'Title', description: 'What the code is, without naming a bug.' },
      slug: { label: 'Folder', description: 'Its id for good: sessions and reports refer to it.' },
    }),
    draft: question.draft,
    language: choice({ label: 'Language', values: Language.options, usual: 'typescript' }),
    code: codeFile({
      label: 'Code',
      description:
        '60 to 120 lines that read like production. The ending of the file goes with the language.',
      names: ['code.ts', 'code.js', 'code.sql'],
      preview: true,
    }),
    proof: codeFile({
      label: 'Proof',
      description:
        'Runs the code: each issue fails on it and passes on its fix. npm run content:check runs it.',
      names: ['proof.test.ts'],
    }),
    log: codeFile({
      label: 'Log',
      description: 'A log or trace that helps the diagnosis without telling it. May be left out.',
      names: ['log.txt'],
    }),
    pack: question.pack,
    competencies: question.competencies,
    level: question.level,
    public: question.isPublic,
    summary: text({
      label: 'Summary',
      description: 'Spoken before the code is discussed: 60 words at most.',
      multiline: true,
    }),
    opening: text({ label: 'Opening question', multiline: true }),
    issues: fields.array(issue, {
      label: 'Planted issues',
      itemLabel: (own) => own.fields.id.value || 'New',
    }),
    traps: fields.array(trap, {
      label: 'Traps',
      description: 'Look wrong and are right.',
      itemLabel: (own) => own.fields.id.value || 'New',
    }),
    points: question.points,
    signals: question.signals,
    followUps: question.followUps,
    probes: question.probes,
    facts: question.facts,
    answers: question.answers,
    answerPoints: question.answerPoints,
    readings: question.readings,
  },
})
