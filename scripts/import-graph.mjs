import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import ts from 'typescript'

const CODE = new Set(['.ts', '.tsx', '.mjs', '.js', '.jsx', '.astro'])

/** @type {Map<string, { changed: number, targets: string[] }>} */
const known = new Map()

/**
 * The file a specifier names, or null for a package. A leading slash is the project root, as in Vite;
 * `?raw` and the like are dropped.
 *
 * @param {string} root absolute path of the project
 * @param {string} from absolute path of the importing file
 * @param {string} specifier
 */
export function resolveImport(root, from, specifier) {
  const path = specifier.replace(/[?#].*$/, '')
  if (path.startsWith('/')) return join(root, path)
  if (/^\.{1,2}(\/|$)/.test(path)) return join(dirname(from), path)
  return null
}

/**
 * The chain of files from `start` back to `goal`, or null when there is none: an import of `start`
 * by `goal` would then close a cycle. Type imports count.
 *
 * @param {string} root
 * @param {string} start
 * @param {string} goal
 * @returns {string[] | null}
 */
export function findChain(root, start, goal) {
  /** @type {Map<string, string | null>} */
  const cameFrom = new Map([[start, null]])
  const queue = [start]
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (file === goal) return walkBack(cameFrom, file)
    for (const target of importsOf(root, file)) {
      if (cameFrom.has(target)) continue
      cameFrom.set(target, file)
      queue.push(target)
    }
  }
  return null
}

function walkBack(cameFrom, end) {
  const chain = []
  for (let file = end; file != null; file = cameFrom.get(file)) chain.unshift(file)
  return chain
}

function importsOf(root, file) {
  if (!CODE.has(extname(file)) || !existsSync(file)) return []
  const changed = statSync(file).mtimeMs
  const before = known.get(file)
  if (before?.changed === changed) return before.targets
  const targets = ts
    .preProcessFile(codeOf(file), true, true)
    .importedFiles.map((found) => resolveImport(root, file, found.fileName))
    .filter((target) => target !== null)
  known.set(file, { changed, targets })
  return targets
}

/** Of an Astro page, its front matter. */
function codeOf(file) {
  const text = readFileSync(file, 'utf8')
  if (extname(file) !== '.astro') return text
  return /^\s*---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? ''
}
