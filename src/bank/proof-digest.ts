import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Snippet } from '../domain/catalog/snippet.ts'

/** What a snippet's proof hangs on, in its entry; wordings, hints and the like may change without proving it again. */
type Proven = Pick<Snippet, 'code' | 'issues' | 'traps'>

/**
 * Digest of all that decides whether a snippet is proven: its code, its changes, its proof and the kits that proofs
 * share. 16 hex digits; undefined when it has no proof.
 */
export function proofDigest(
  snippetsDir: string,
  id: string,
  { code, issues, traps }: Proven,
): string | undefined {
  const proof = join(snippetsDir, id, 'proof.test.ts')
  if (!existsSync(proof)) return undefined
  const changes = {
    issues: issues.map(({ id: issue, severity, fix, alsoRight, notEnough }) => ({
      issue,
      severity,
      fix,
      alsoRight: alsoRight.map(({ change }) => change),
      notEnough: notEnough.map(({ change }) => change),
    })),
    traps: traps.map(({ id: trap, change }) => ({ trap, change })),
  }
  const hash = createHash('sha256').update(JSON.stringify(changes))
  for (const file of [join(snippetsDir, id, code), proof, ...kitsOf(snippetsDir)]) {
    hash.update('\0').update(existsSync(file) ? readFileSync(file) : '')
  }
  return hash.digest('hex').slice(0, 16)
}

const kits = new Map<string, string[]>()

/** Files that proofs share; a folder is looked through once a process. */
function kitsOf(snippetsDir: string): string[] {
  const known = kits.get(snippetsDir)
  if (known) return known
  const found = readdirSync(snippetsDir)
    .filter((file) => file.endsWith('-kit.ts'))
    .sort()
    .map((kit) => join(snippetsDir, kit))
  kits.set(snippetsDir, found)
  return found
}
