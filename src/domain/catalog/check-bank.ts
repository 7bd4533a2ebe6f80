import type { Bank } from './bank.ts'
import type { AnswerPoints, FollowUp } from './question.ts'
import { ContentId } from './vocabulary.ts'
import type { z } from 'zod'

type Checked = Omit<Bank, 'snippets' | 'version'> & { snippets: Omit<Bank['snippets'][number], 'html'>[] }
type Report = (problem: string) => void

/** Rules that hold between files or fields, which no single schema can see. One line a problem. */
export function checkBank(bank: Checked): string[] {
  const problems: string[] = []
  const report: Report = (problem) => problems.push(problem)
  checkIds(bank, report)
  const competencies = new Set(bank.competencies.map(({ id }) => id))
  const readings = new Set(bank.readings.map(({ id }) => id))
  for (const item of [...bank.snippets, ...bank.scenarios]) {
    for (const id of item.competencies) {
      if (!competencies.has(id)) report(`${item.id}: competencies: there is no competency ${id}`)
    }
  }
  for (const { id, reading } of bank.competencies) {
    if (!readings.has(reading)) report(`competencies/${id}.yaml: reading: there is no reading ${reading}`)
  }
  for (const rubric of bank.rubrics) {
    for (const id of rubric.readings) {
      if (!readings.has(id)) report(`rubrics/${rubric.dimension}.yaml: readings: there is no reading ${id}`)
    }
  }
  for (const item of [...bank.snippets, ...bank.scenarios, ...bank.warmups]) checkQuestion(item, report)
  for (const snippet of bank.snippets) checkSnippet(snippet, report)
  return problems
}

function checkIds(bank: Checked, report: Report): void {
  const seen = new Set<string>()
  for (const { id } of [...bank.snippets, ...bank.scenarios, ...bank.warmups]) {
    if (!ContentId.safeParse(id).success) report(`${id}: use lower-case words joined by hyphens`)
    if (seen.has(id)) report(`${id}: two questions have this id`)
    seen.add(id)
  }
}

interface Askable {
  id: string
  points: { id: string; weight: number }[]
  signals: { id: string }[]
  followUps: FollowUp[]
  answerPoints: z.infer<typeof AnswerPoints>
  traps?: { id: string }[]
}

function checkQuestion(item: Askable, report: Report): void {
  const points = new Set(item.points.map(({ id }) => id))
  const known = new Set([...points, ...item.signals.map(({ id }) => id)])
  item.followUps.forEach(({ heard, missing }, index) => {
    for (const id of [...heard, ...missing]) {
      if (!known.has(id)) report(`${item.id}: followUps.${index}: there is no point or signal ${id}`)
    }
  })
  const traps = new Set(item.traps?.map(({ id }) => id))
  for (const [level, { full, partly, falseAlarms }] of Object.entries(item.answerPoints)) {
    for (const id of [...full, ...partly]) {
      if (!points.has(id)) report(`${item.id}: answerPoints.${level}: there is no point ${id}`)
    }
    for (const id of falseAlarms) {
      if (!traps.has(id)) report(`${item.id}: answerPoints.${level}: there is no trap ${id}`)
    }
  }
}

function checkSnippet(snippet: Checked['snippets'][number], report: Report): void {
  const lines = snippet.source.trimEnd().split('\n').length
  if (lines < 60 || lines > 120) report(`${snippet.id}: the code has ${lines} lines, 60-120 are shown`)
  const issues = new Set(snippet.issues.map(({ id }) => id))
  for (const { id, lines: own, ...rest } of [...snippet.issues, ...snippet.traps]) {
    const ranges = [own, ...('alsoAt' in rest ? rest.alsoAt : [])]
    if (ranges.some(([, to]) => to > lines))
      report(`${snippet.id}: ${id}: lines: the code ends at line ${lines}`)
  }
  for (const point of snippet.points) {
    if ('issue' in point && !issues.has(point.issue)) {
      report(`${snippet.id}: points.${point.id}: there is no issue ${point.issue}`)
    }
  }
}
