import type { Bank, BankCompany } from '../domain/catalog/bank.ts'
import type { PublicCode } from './public-code.ts'
import { publicCode } from './public-code.ts'

export interface CompanyView extends Omit<BankCompany, 'pack' | 'snippet' | 'facts' | 'sources'> {
  pack: { id: string; name: string; summary: string }
  snippet: PublicCode
  /** `note`: of the source's number, where the source is told of for the first time. */
  facts: (BankCompany['facts'][number] & { number: number; confidenceWords: string; isFirst: boolean })[]
  sources: (BankCompany['sources'][number] & { number: number })[]
}

const CONFIDENCE = {
  stated: 'They say so.',
  reported: 'Somebody else says so.',
  dated: 'They said so; it may have changed.',
} as const

/** Every published company, by name. Throws an Error when one refers to what the content does not have. */
export function companiesView(bank: Pick<Bank, 'companies' | 'packs' | 'snippets'>): CompanyView[] {
  const code = publicCode(bank)
  return bank.companies
    .map((company) => {
      const pack = bank.packs.find(({ id }) => id === company.pack)
      const snippet = code.find(({ id }) => id === company.snippet)
      if (!pack || !snippet) throw new Error(`companies/${company.id}: pack or snippet is not there`)
      const sources = company.sources.map((source, index) => ({ ...source, number: index + 1 }))
      const facts = company.facts.map((fact, index) => ({
        ...fact,
        number: sources.find(({ id }) => id === fact.source)?.number ?? 0,
        confidenceWords: CONFIDENCE[fact.confidence],
        isFirst: company.facts.findIndex(({ source }) => source === fact.source) === index,
      }))
      return { ...company, pack, snippet, facts, sources }
    })
    .sort((one, other) => one.name.localeCompare(other.name))
}
