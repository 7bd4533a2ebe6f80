import type { Bank } from './bank.ts'
import { checkCompany } from './check-company.ts'
import { checkQuestion } from './check-question.ts'
import { checkSnippet } from './check-snippet.ts'
import { MOST_SENTENCES, checkSpoken } from './check-spoken.ts'
import type { ReportProblem } from './report-problem.ts'
import { ContentId } from './vocabulary.ts'

type Checked = Omit<Bank, 'snippets' | 'version'> & {
  snippets: Omit<Bank['snippets'][number], 'html'>[]
}

/** Ids that a pack cannot have: sides that a job description can take besides its track. */
const NOT_PACKS = ['outside', 'other-work', 'auto']

/** Rules that hold between files or fields, which no single schema can see: file, field and what to do, a line each. */
export function checkBank(bank: Checked): string[] {
  const problems: string[] = []
  const report: ReportProblem = (file, problem) => problems.push(`${file}: ${problem}`)
  checkIds(bank, report)
  checkPacks(bank, report)
  checkReferences(bank, report)
  const open = new Set(bank.snippets.filter((snippet) => snippet.public).map(({ id }) => id))
  for (const company of bank.companies) checkCompany(company, open, report)
  for (const snippet of bank.snippets) {
    const openers = [{ field: 'opening', text: snippet.opening, sentences: 1 }]
    checkSnippet(snippet, fileOf.snippet(snippet), report)
    checkQuestion(snippet, fileOf.snippet(snippet), report)
    checkSpoken({ ...snippet, openers }, fileOf.snippet(snippet), report)
  }
  for (const scenario of bank.scenarios) {
    const openers = [
      // The constraints follow it as a sentence.
      { field: 'opener', text: scenario.opener, sentences: MOST_SENTENCES - 1 },
      { field: 'callback', text: scenario.callback, sentences: MOST_SENTENCES },
    ]
    checkQuestion(scenario, fileOf.scenario(scenario), report)
    checkSpoken({ ...scenario, openers }, fileOf.scenario(scenario), report)
  }
  for (const warmup of bank.warmups) {
    const openers = [{ field: 'opener', text: warmup.opener, sentences: MOST_SENTENCES }]
    checkQuestion(warmup, fileOf.warmup(warmup), report)
    checkSpoken({ ...warmup, openers }, fileOf.warmup(warmup), report)
  }
  return problems
}

const fileOf = {
  snippet: ({ id }: { id: string }) => `snippets/${id}/index.yaml`,
  scenario: ({ id }: { id: string }) => `scenarios/${id}.yaml`,
  warmup: ({ id }: { id: string }) => `warmups/${id}.yaml`,
  competency: ({ id }: { id: string }) => `competencies/${id}.yaml`,
}

function checkIds(bank: Checked, report: ReportProblem): void {
  const seen = new Set<string>()
  const files = [
    ...bank.snippets.map((item) => [item.id, fileOf.snippet(item)] as const),
    ...bank.scenarios.map((item) => [item.id, fileOf.scenario(item)] as const),
    ...bank.warmups.map((item) => [item.id, fileOf.warmup(item)] as const),
  ]
  for (const [id, file] of files) {
    if (!ContentId.safeParse(id).success) report(file, 'file: name it in lower-case words joined by hyphens')
    if (seen.has(id)) report(file, `file: another question is called ${id} too: rename one`)
    seen.add(id)
  }
}

function checkPacks(bank: Checked, report: ReportProblem): void {
  const packs = new Set(bank.packs.map(({ id }) => id))
  const baselines = bank.packs.filter(({ baseline }) => baseline).length
  if (baselines !== 1) report('packs', `baseline: set it on one pack, it is set on ${baselines}`)
  for (const { id } of bank.packs) {
    if (NOT_PACKS.includes(id)) report(`packs/${id}.yaml`, `file: ${id} means something else: rename it`)
  }
  const needs = (file: string, field: string, pack: string) => {
    if (!packs.has(pack)) report(file, `${field}: there is no pack ${pack}: choose another or add it`)
  }
  for (const item of bank.snippets) needs(fileOf.snippet(item), 'pack', item.pack)
  for (const item of bank.scenarios) needs(fileOf.scenario(item), 'pack', item.pack)
  for (const item of bank.competencies) {
    for (const pack of item.packs) needs(fileOf.competency(item), 'packs', pack)
  }
  for (const { id, pack } of bank.guides) needs(`guides/${id}.yaml`, 'pack', pack)
  for (const { id, pack } of bank.companies) needs(`companies/${id}.yaml`, 'pack', pack)
  for (const { id, domain } of bank.samples) {
    if (domain !== 'auto') needs(`samples/${id}.yaml`, 'domain', domain)
  }
}

function checkReferences(bank: Checked, report: ReportProblem): void {
  const competencies = new Set(bank.competencies.map(({ id }) => id))
  const readings = new Set(bank.readings.map(({ id }) => id))
  const needs = (file: string, field: string, known: ReadonlySet<string>, ids: readonly string[]) => {
    for (const id of ids)
      if (!known.has(id)) report(file, `${field}: there is no ${id}: choose another or add it`)
  }
  for (const item of bank.snippets)
    needs(fileOf.snippet(item), 'competencies', competencies, item.competencies)
  for (const item of bank.scenarios)
    needs(fileOf.scenario(item), 'competencies', competencies, item.competencies)
  const idsOf = (item: { readings: { reading: string }[] }) => item.readings.map(({ reading }) => reading)
  for (const item of bank.snippets) needs(fileOf.snippet(item), 'readings', readings, idsOf(item))
  for (const item of bank.scenarios) needs(fileOf.scenario(item), 'readings', readings, idsOf(item))
  for (const item of bank.warmups) needs(fileOf.warmup(item), 'readings', readings, idsOf(item))
  for (const item of bank.competencies) needs(fileOf.competency(item), 'reading', readings, [item.reading])
  for (const { id, focus } of bank.companies) needs(`companies/${id}.yaml`, 'focus', competencies, focus)
  for (const item of bank.rubrics)
    needs(`rubrics/${item.dimension}.yaml`, 'readings', readings, item.readings)
}
