import { escapeMarkdown as esc } from './escape-markdown.ts'
import { formatClock } from './format-clock.ts'
import type { Evidence, Report } from './report.ts'

const verdicts: Record<Report['verdict'], string> = {
  above: 'above the bar',
  at: 'at the bar',
  below: 'below the bar',
  'not-enough-evidence': 'not enough evidence',
}

const levels: Record<Report['level'], string> = {
  senior: 'senior bar',
  mid: 'senior bar, advice for mid level',
}

const moments: Record<Report['moments'][number]['kind'], string> = {
  strong: 'Strong',
  weak: 'Weak',
  marked: 'Marked by you',
  note: 'Your note',
}

const outcomes: Record<Report['answerKey'][number]['outcome'], string> = {
  unaided: 'Found unaided',
  hinted: 'Found after a hint',
  missed: 'Missed',
  'false-alarm': 'False alarm: this code is right',
}

/** The report as Markdown. What was said, pasted or noted is escaped, so that it stays text in any renderer. */
export function toMarkdown(report: Report): string {
  const overall = report.overall === null ? 'not scored' : `${report.overall.toFixed(1)} of 4`
  const blocks = [
    `# Phone screen report: ${esc(report.track.name)}`,
    `${report.createdAt} · ${levels[report.level]} · overall ${overall} · ${verdicts[report.verdict]}`,
    `Graded by the ${esc(report.grader.finder)} finder, version ${esc(report.grader.version)}. Times are from the start of the interview.`,
    '## Scores',
    ...report.dimensions.flatMap(dimensionBlocks),
    '## Action plan',
    report.plan.map(planLine(report)).join('\n'),
    '## Practice prompts',
    report.prompts.map(({ text }) => `- ${esc(text)}`).join('\n'),
    ...section('Readings', report.readings.map(readingLine)),
    ...jdBlocks(report),
    ...answerKeyBlocks(report),
    ...questionBlocks(report),
    ...section('Moments', report.moments.map(momentLine)),
    '## Transcript',
    ...report.transcript.map(({ speaker, text, startMs }) => {
      return `**${formatClock(startMs)} ${speaker === 'agent' ? 'Interviewer' : 'You'}:** ${esc(text)}`
    }),
  ]
  return `${blocks.filter((block) => block !== '').join('\n\n')}\n`
}

function section(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')]
}

function dimensionBlocks(dimension: Report['dimensions'][number]): string[] {
  const { name, score, why, lift, evidence, anchors } = dimension
  const shown = ([1, 2, 3, 4] as const).filter((level) => level === score || level - 1 === score)
  const head = score === 4 ? 'To keep it' : score === null ? 'To be assessed' : 'To lift it'
  return [
    `### ${esc(name)}: ${outOfFour(score)}`,
    esc(why),
    `${head}: ${esc(lift)}`,
    shown.map((level) => `- A ${level}: ${esc(anchors[level])}`).join('\n'),
    evidence.map(evidenceLine).join('\n'),
  ]
}

function outOfFour(score: number | null | undefined): string {
  return score === null || score === undefined ? 'not assessed' : `${score} of 4`
}

function evidenceLine({ polarity, point, quote, startMs, lines }: Evidence): string {
  const where = `${formatClock(startMs)}${lines ? `, ${formatRange(lines)}` : ''}`
  return `- ${polarity === 'for' ? 'For' : 'Against'}: ${esc(point)} (${where}) "${esc(quote)}"`
}

function formatRange([from, to]: readonly [number, number]): string {
  return from === to ? `line ${from}` : `lines ${from}-${to}`
}

function planLine({ dimensions }: Report) {
  return ({ text, dimension }: Report['plan'][number], index: number) => {
    const name = dimensions.find(({ id }) => id === dimension)?.name ?? dimension
    return `${index + 1}. ${esc(text)} (${esc(name)})`
  }
}

function readingLine({ title, by, href, minutes }: Report['readings'][number]): string {
  return `- [${esc(title)}](<${encodeURI(href)}>), ${esc(by)}, ${minutes} min`
}

/** A table of what the posting asks for; a pipe in a cell is escaped like any other mark. */
function jdBlocks({ jd, questions }: Report): string[] {
  if (jd.length === 0) return []
  const rows = jd.map(({ competency, ground, questionId, score, evidence }) => {
    const question = questions.find(({ id }) => id === questionId)
    const quotes = evidence.map(({ quote, startMs }) => `${formatClock(startMs)} "${esc(quote)}"`)
    const cells = [esc(competency), esc(ground), question ? esc(question.title) : 'not asked about']
    return [...cells, quotes.join(' '), outOfFour(score)]
  })
  const head = ['Requirement', 'The posting says', 'Tested by', 'Evidence', 'Score']
  const lines = [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)
  return ['## Job description', lines.join('\n')]
}

function answerKeyBlocks(report: Report): string[] {
  if (report.answerKey.length === 0) return []
  return [
    '## Answer key',
    ...report.answerKey.flatMap(({ title, lines, outcome, startMs, rootCause, fix, test }) => [
      `### ${esc(title)}`,
      `${outcomes[outcome]}, ${formatRange(lines)}${startMs === undefined || outcome === 'missed' ? '' : `, at ${formatClock(startMs)}`}`,
      esc(rootCause),
      fix === '' ? '' : fence(fix),
      test === '' ? '' : `How to test it: ${esc(test)}`,
    ]),
  ]
}

function questionBlocks(report: Report): string[] {
  const blocks = report.questions.flatMap(
    ({ title, asked, pointsHeard, pointsMissed, subScores, bestAnswer }) => [
      `### ${esc(title)}`,
      asked.map((text) => `- Asked: ${esc(text)}`).join('\n'),
      subScores.map(({ name, score }) => `${esc(name)} ${score ?? 'not assessed'}`).join(' · '),
      pointsHeard
        .map(({ text, degree }) => `- Heard${degree === 'full' ? '' : ' in part'}: ${esc(text)}`)
        .join('\n'),
      pointsMissed.map(({ text }) => `- Missed: ${esc(text)}`).join('\n'),
      bestAnswer === '' ? '' : `An answer at level 4: ${esc(bestAnswer)}`,
    ],
  )
  return blocks.length === 0 ? [] : ['## Question by question', ...blocks]
}

function momentLine({ kind, startMs, note }: Report['moments'][number]): string {
  return `- ${formatClock(startMs)} ${moments[kind]}${note === undefined ? '' : `: ${esc(note)}`}`
}

/** A code block whose fence is longer than any run of backticks inside. */
function fence(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const mark = '`'.repeat(Math.max(3, longest + 1))
  return `${mark}diff\n${code.trimEnd()}\n${mark}`
}
