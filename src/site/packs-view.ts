import type { Bank } from '../domain/catalog/bank.ts'
import { bugClasses } from '../domain/catalog/bug-kind.ts'

/** What a pack trains, in numbers that give no question away. Public questions are not asked and not counted. */
export interface PackView {
  id: string
  name: string
  summary: string
  baseline: boolean
  snippets: number
  languages: string[]
  scenarios: number
  /** Planted bugs by class, most first; only classes it has. */
  bugs: { name: string; count: number }[]
  /** What its questions can show, most asked first. */
  competencies: { name: string; questions: number }[]
  readings: Bank['readings']
}

type Content = Pick<Bank, 'packs' | 'snippets' | 'scenarios' | 'competencies' | 'readings'>

const LANGUAGES = { typescript: 'TypeScript', javascript: 'JavaScript', sql: 'SQL' } as const
const READINGS_SHOWN = 6

/** Every pack of the content, in its order. */
export function packsView(bank: Content): PackView[] {
  return bank.packs.map(({ id, name, summary, baseline }) => {
    const asked = <Item extends { pack: string; public: boolean }>(items: readonly Item[]) =>
      items.filter((item) => item.pack === id && !item.public)
    const snippets = asked(bank.snippets)
    const scenarios = asked(bank.scenarios)
    const competencies = countCompetencies(bank, [...snippets, ...scenarios])
    return {
      id,
      name,
      summary,
      baseline,
      snippets: snippets.length,
      languages: Object.entries(LANGUAGES).flatMap(([language, spoken]) =>
        snippets.some((snippet) => snippet.language === language) ? [spoken] : [],
      ),
      scenarios: scenarios.length,
      bugs: countBugs(snippets),
      competencies: competencies.map(({ name: competency, questions }) => ({ name: competency, questions })),
      readings: readingsOf(bank, competencies),
    }
  })
}

function countBugs(snippets: Bank['snippets']): PackView['bugs'] {
  const kinds = snippets.flatMap(({ issues }) => issues.map(({ kind }) => kind))
  return bugClasses
    .map(({ name, kinds: own }) => ({ name, count: kinds.filter((kind) => own.includes(kind)).length }))
    .filter(({ count }) => count > 0)
    .toSorted((a, b) => b.count - a.count)
}

function countCompetencies({ competencies }: Content, questions: readonly { competencies: string[] }[]) {
  return competencies
    .map(({ id, name, reading }) => {
      return {
        name,
        reading,
        questions: questions.filter((question) => question.competencies.includes(id)).length,
      }
    })
    .filter((competency) => competency.questions > 0)
    .toSorted((a, b) => b.questions - a.questions || a.name.localeCompare(b.name, 'en'))
}

function readingsOf({ readings }: Content, competencies: readonly { reading: string }[]): Bank['readings'] {
  const wanted = [...new Set(competencies.map(({ reading }) => reading))]
  return wanted.flatMap((id) => readings.find((reading) => reading.id === id) ?? []).slice(0, READINGS_SHOWN)
}
