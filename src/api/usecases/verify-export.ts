import { Report } from '../../domain/report/report.ts'
import type { Check } from '../../domain/report/verify/check.ts'
import { verifyReport } from '../../domain/report/verify/verify-report.ts'
import type { Dependencies } from '../dependencies.ts'
import type { SignatureState } from '../report-signer.ts'

/** What came of looking at an export. */
export type Verification =
  /** `reason`: what is wrong with it, as a sentence. */
  { read: false; reason: string } | { read: true; report: Report; signature: SignatureState; checks: Check[] }

/** Recomputes an exported report from its own evidence and looks at its signature. Anything may be sent; nothing is kept. */
export function verifyExport({ signer }: Pick<Dependencies, 'signer'>, text: string): Verification {
  const value = parseJson(text)
  if (value === undefined) return { read: false, reason: 'This is not JSON.' }
  const parsed = Report.safeParse(value)
  if (!parsed.success || typeof value !== 'object' || value === null) {
    const issue = parsed.error?.issues[0]
    const where = issue?.path.join('.') || 'the whole'
    return {
      read: false,
      reason: `This is no report of ours: ${where}: ${issue?.message ?? 'does not fit'}.`,
    }
  }
  return {
    read: true,
    report: parsed.data,
    signature: signer.check(value),
    checks: verifyReport(parsed.data),
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
