import type { BankCompany } from './bank.ts'
import type { ReportProblem } from './report-problem.ts'

/** What a company's page refers to has to be there, and what it shows has to be public. */
export function checkCompany(
  { id, facts, sources, snippet }: BankCompany,
  publicSnippets: ReadonlySet<string>,
  report: ReportProblem,
): void {
  const file = `companies/${id}.yaml`
  const known = new Set(sources.map((source) => source.id))
  if (known.size < sources.length) report(file, 'sources: two have the same id: rename one')
  facts.forEach(({ source }, index) => {
    if (!known.has(source))
      report(file, `facts.${index}.source: there is no source ${source}: choose another or add it`)
  })
  for (const unused of sources.filter((source) => !facts.some((fact) => fact.source === source.id)))
    report(file, `sources: nothing rests on ${unused.id}: use it or leave it out`)
  if (!publicSnippets.has(snippet))
    report(file, `snippet: ${snippet} is not public: choose one that is, it is shown whole`)
}
