import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export interface ProjectCopy {
  root: string
  remove(): void
}

/** What is made from the sources, or is no part of them. */
const LEFT_OUT = ['.git', '.astro', '.build', '.data', '.vercel', 'coverage', 'dist', 'node_modules']

/**
 * The project as it stands, in a folder of its own where content may be changed. Its packages are hard links, so it lies
 * in this project's own ignored folder, on the same disk.
 */
export function copyProject(): ProjectCopy {
  mkdirSync('.build', { recursive: true })
  const root = mkdtempSync(join('.build', 'editor-'))
  for (const name of readdirSync('.').filter((each) => !LEFT_OUT.includes(each))) {
    cpSync(name, join(root, name), { recursive: true })
  }
  execFileSync('cp', ['-al', 'node_modules', join(root, 'node_modules')])
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
