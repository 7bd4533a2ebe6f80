import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'

const Report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({
          ancestorTitles: z.array(z.string()),
          title: z.string(),
          status: z.string(),
          failureMessages: z.array(z.string()).nullish(),
        }),
      ),
    }),
  ),
})

/** One check of a proof that did not hold: in which group of checks, which, and the first line of what it said. */
export interface FailedCheck {
  group: string
  check: string
  said: string
}

export interface ProofRun {
  id: string
  checks: number
  failed: FailedCheck[]
  /** Why the file could not be run at all. */
  broken?: string
}

/**
 * Runs the proofs of these snippets and says how each went.
 * @throws Error when the test runner itself does not report
 */
export function runProofs(ids: readonly string[]): ProofRun[] {
  if (ids.length === 0) return []
  const folder = mkdtempSync(join(tmpdir(), 'offhook-proofs-'))
  const outputFile = join(folder, 'report.json')
  const files = ids.map((id) => `src/content/snippets/${id}/proof.test.ts`)
  const { stderr } = spawnSync(
    process.execPath,
    [
      'node_modules/vitest/vitest.mjs',
      'run',
      '--project',
      'content',
      '--reporter=json',
      `--outputFile=${outputFile}`,
    ].concat(files),
    { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  )
  const report = readReport(outputFile, stderr)
  rmSync(folder, { recursive: true })
  return ids.map((id) => {
    const own = report.testResults.find(
      ({ name }) => relative('src/content/snippets', name).split(/[\\/]/)[0] === id,
    )
    if (!own) return { id, checks: 0, failed: [], broken: 'the proof was not run' }
    const failed = own.assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ ancestorTitles, title, failureMessages }) => ({
        group: ancestorTitles.join(' > '),
        check: title,
        said: firstLine(failureMessages?.[0] ?? ''),
      }))
    const broken = own.status === 'failed' && failed.length === 0 ? { broken: firstLine(own.message) } : {}
    return { id, checks: own.assertionResults.length, failed, ...broken }
  })
}

function readReport(path: string, stderr: string): z.infer<typeof Report> {
  try {
    return Report.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new Error(`The test runner gave no report: ${stderr || String(error)}`, { cause: error })
  }
}

function firstLine(text: string): string {
  return text.split('\n')[0]?.trim() ?? ''
}
