import type { SignatureState } from '../api/report-signer.ts'
import type { Verification } from '../api/usecases/verify-export.ts'
import type { Check } from '../domain/report/verify/check.ts'
import { formatDate } from '../domain/report/view/format-date.ts'
import { verdictWords } from '../domain/report/verdict-words.ts'

export interface VerifyView {
  /** The answer in one sentence. */
  headline: string
  about: string
  results: { says: string; outcome: Check['outcome']; word: string; findings: string[] }[]
}

type Read = Extract<Verification, { read: true }>

/** Findings shown of one check; the rest is counted. */
const SHOWN = 12

const WORDS = { holds: 'Holds', broken: 'Does not hold', unknown: 'Cannot be told' }

const SIGNATURES: Record<SignatureState, Omit<VerifyView['results'][number], 'word' | 'says'>> = {
  valid: { outcome: 'holds', findings: [] },
  foreign: {
    outcome: 'unknown',
    findings: [
      'The signature is right for the key that the export names. That key is not the one of this site: another installation signed it, or somebody of their own.',
    ],
  },
  unsigned: {
    outcome: 'unknown',
    findings: ['It has no signature, so nothing says who made it.'],
  },
  broken: {
    outcome: 'broken',
    findings: ['The signature does not fit: something was changed after it was signed.'],
  },
}

/** What came of a verification, worded. */
export function verifyView({ report, signature, checks }: Read): VerifyView {
  const signed = { says: 'It is signed by this site, and unchanged since.', ...SIGNATURES[signature] }
  const overall = report.overall === null ? 'not scored' : `${report.overall.toFixed(1)} of 4`
  return {
    headline: headline(signature, checks),
    about: `${report.track.name}, ${formatDate(report.createdAt)}: overall ${overall}, ${verdictWords[report.verdict]}.`,
    results: [signed, ...checks].map(({ says, outcome, findings }) => ({
      says,
      outcome,
      word: WORDS[outcome],
      findings: shorten(findings),
    })),
  }
}

function headline(signature: SignatureState, checks: readonly Check[]): string {
  const broken = checks.filter(({ outcome }) => outcome === 'broken').length
  if (broken > 0) return 'Text, evidence and scores do not belong together.'
  if (signature === 'broken') return 'It was changed after it was signed.'
  const known = checks.every(({ outcome }) => outcome === 'holds')
  const fits = known ? 'Text, evidence and scores belong together' : 'What can be told fits together'
  switch (signature) {
    case 'valid':
      return `${fits}, and this site signed them.`
    case 'foreign':
      return `${fits}; this site did not sign them.`
    case 'unsigned':
      return `${fits}; nothing says who made them.`
  }
}

function shorten(findings: readonly string[]): string[] {
  const more = findings.length - SHOWN
  return more > 0 ? [...findings.slice(0, SHOWN), `And ${more} more like these.`] : [...findings]
}
