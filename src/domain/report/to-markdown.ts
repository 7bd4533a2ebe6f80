import { escapeMarkdown as esc } from './escape-markdown.ts'
import { formatClock } from './format-clock.ts'
import type { Evidence, Report } from './report.ts'

const verdicts: Record<Report['verdict'], string> = {
  above: 'above the bar',
  at: 'at the bar',
  below: 'below the bar',
  'not-enough-evidence': 'not enough evidence',
}

const outcomes: Record<Report['answerKey'][number]['outcome'], string> = {
  unaided: 'found unaided',
  hinted: 'found after a hint',
  missed: 'missed',
  'false-alarm': 'false alarm: this code is right',
}

/** The report as Markdown. What was said, pasted or noted is escaped, so that it stays text in any renderer. */
export function toMarkdown(report: Report): string {
  const overall = report.overall === null ? 'not scored' : `${report.overall.toFixed(1)} of 4`
  const blocks = [
    `# Phone screen report: ${esc(report.track.name)}`,
    `${report.createdAt} · ${report.level} bar · overall ${overall} · ${verdicts[report.verdict]}`,
    '## Scores',
    ...report.dimensions.flatMap(dimensionBlocks),
    '## Action plan',
    report.plan.map(({ text }, index) => `${index + 1}. ${esc(text)}`).join('\n'),
    '## Practice prompts',
    report.prompts.map(({ text }) => `- ${esc(text)}`).join('\n'),
    ...section('Readings', report.readings.map(readingLine)),
    ...section('Job description', report.jd.map(jdLine)),
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

function dimensionBlocks({ name, score, why, lift, evidence }: Report['dimensions'][number]): string[] {
  return [
    `### ${esc(name)}: ${score === null ? 'not assessed' : `${score} of 4`}`,
    esc(why),
    `To lift it: ${esc(lift)}`,
    evidence.map(evidenceLine).join('\n'),
  ]
}

function evidenceLine({ polarity, point, quote, startMs }: Evidence): string {
  return `- ${polarity === 'for' ? 'For' : 'Against'}: ${esc(point)} (${formatClock(startMs)}) "${esc(quote)}"`
}

function readingLine({ title, by, href, minutes }: Report['readings'][number]): string {
  return `- [${esc(title)}](<${encodeURI(href)}>), ${esc(by)}, ${minutes} min`
}

function jdLine({ competency, ground, score, evidence }: Report['jd'][number]): string {
  const words = ground === '' ? '' : ` ("${esc(ground)}")`
  const quote = evidence[0] ? ` "${esc(evidence[0].quote)}"` : ''
  return `- ${esc(competency)}${words}: ${score === undefined ? 'not assessed' : `${score} of 4`}${quote}`
}

function answerKeyBlocks(report: Report): string[] {
  if (report.answerKey.length === 0) return []
  return [
    '## Answer key',
    ...report.answerKey.flatMap(({ title, lines, outcome, startMs, rootCause, fix, test }) => [
      `### ${esc(title)}`,
      `Lines ${lines[0]}-${lines[1]} · ${outcomes[outcome]}${startMs === undefined ? '' : ` at ${formatClock(startMs)}`}`,
      esc(rootCause),
      fix === '' ? '' : fence(fix),
      test === '' ? '' : `How to test it: ${esc(test)}`,
    ]),
  ]
}

function questionBlocks(report: Report): string[] {
  return report.questions.flatMap(({ title, pointsHeard, pointsMissed, subScores, bestAnswer }) => [
    `## ${esc(title)}`,
    subScores.map(({ name, score }) => `${esc(name)} ${score ?? 'not assessed'}`).join(' · '),
    pointsHeard
      .map(({ text, degree }) => `- Heard${degree === 'full' ? '' : ' in part'}: ${esc(text)}`)
      .join('\n'),
    pointsMissed.map(({ text }) => `- Missed: ${esc(text)}`).join('\n'),
    bestAnswer === '' ? '' : `An answer at level 4: ${esc(bestAnswer)}`,
  ])
}

function momentLine({ kind, startMs, note }: Report['moments'][number]): string {
  return `- ${formatClock(startMs)} ${kind}${note === undefined ? '' : `: ${esc(note)}`}`
}

/** A code block whose fence is longer than any run of backticks inside. */
function fence(code: string): string {
  const longest = Math.max(0, ...[...code.matchAll(/`+/g)].map(([run]) => run.length))
  const mark = '`'.repeat(Math.max(3, longest + 1))
  return `${mark}diff\n${code.trimEnd()}\n${mark}`
}
