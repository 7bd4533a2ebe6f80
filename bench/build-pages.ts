import { dump } from 'js-yaml'
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { proofDigest } from '../src/bank/proof-digest.ts'
import { readBank } from '../src/bank/read-bank.ts'
import { copyProject } from '../scripts/copy-project.ts'
import type { Figure } from './figure.ts'
import { interleave } from './interleave.ts'

const ENTRIES = 1_000
const ROUNDS = 1

/**
 * P9: milliseconds to build a site of 1,000 generated entries, each public code with its whole answer key on a page of
 * its own, checked and highlighted; over a plain Eleventy build of 1,000 pages with the same code and text, which is
 * neither checked nor highlighted. Both from nothing. The goal of 0.4 of its pages a second is a ratio of 2.5.
 */
export async function measureBuild(): Promise<Figure[]> {
  const project = copyProject()
  const sources = addEntries(project.root)
  const plain = plainSite(sources)
  try {
    const times = await interleave(
      ROUNDS,
      async () => {
        for (const made of ['.build', 'dist', '.astro'])
          rmSync(join(project.root, made), { recursive: true, force: true })
        return timeOf(
          project.root,
          ['scripts/build-bank.ts'],
          ['scripts/build-documents.ts'],
          ['node_modules/astro/bin/astro.mjs', 'build'],
        )
      },
      async () => {
        rmSync(join(plain, '_site'), { recursive: true, force: true })
        return timeOf(plain, [resolve('node_modules/@11ty/eleventy/cmd.cjs'), '--quiet'])
      },
    )
    return [
      {
        id: 'P9',
        what: `${ENTRIES} entries built / plain Eleventy`,
        ...times,
        goal: 2.5,
        aim: 1,
        unit: 'ms',
      },
    ]
  } finally {
    project.remove()
    rmSync(plain, { recursive: true })
  }
}

/** @throws Error with the end of what a step said when it fails */
async function timeOf(cwd: string, ...steps: string[][]): Promise<number> {
  const start = performance.now()
  for (const args of steps) {
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 26,
    })
    if (status !== 0) throw new Error(`${args.join(' ')}: ${(stdout + stderr).slice(-2_000)}`)
  }
  return performance.now() - start
}

/** Public snippets like one that is there, each with its own id and words in code and title. Gives their sources. */
function addEntries(root: string): { title: string; source: string; text: string }[] {
  const content = join(root, 'src/content')
  const snippets = join(content, 'snippets')
  // A sample interview is scripted for the public questions there are.
  rmSync(join(content, 'samples'), { recursive: true })
  const example = readBank(content).snippets.find((snippet) => snippet.public)
  if (!example) throw new Error('no snippet is public')
  const entry = readFileSync(join(snippets, example.id, 'index.yaml'), 'utf8')
  const proven: Record<string, string> = {}
  const sources = Array.from({ length: ENTRIES }, (_, index) => {
    const id = `generated-${index}`
    const title = `${example.title} ${index}`
    const source = example.source.replaceAll('services', `services${index}`)
    cpSync(join(snippets, example.id), join(snippets, id), { recursive: true })
    writeFileSync(join(snippets, id, example.code), source)
    writeFileSync(join(snippets, id, 'index.yaml'), entry.replace(example.title, title))
    proven[id] = proofDigest(snippets, id, example) ?? ''
    const text = [
      ...example.issues.flatMap(({ rootCause, fix, test }) => [rootCause, fix, test]),
      example.answers['4'],
    ]
    return { title, source, text: text.join('\n\n') }
  })
  writeFileSync(
    join(content, 'proven.yaml'),
    readFileSync(join(content, 'proven.yaml'), 'utf8') + dump(proven),
  )
  return sources
}

/** The same pages for Eleventy: a Markdown file each, code in a fence, no highlighter. */
function plainSite(sources: readonly { title: string; source: string; text: string }[]): string {
  const root = mkdtempSync(join(tmpdir(), 'offhook-eleventy-'))
  mkdirSync(join(root, '_includes'))
  writeFileSync(
    join(root, '_includes/page.njk'),
    '<!doctype html><html lang="en"><head><title>{{ title }}</title></head><body><h1>{{ title }}</h1>{{ content | safe }}</body></html>',
  )
  for (const [index, { title, source, text }] of sources.entries()) {
    const page = `---\nlayout: page.njk\ntitle: ${title}\n---\n\n{% raw %}\n\`\`\`ts\n${source}\n\`\`\`\n\n\`\`\`\n${text}\n\`\`\`\n{% endraw %}\n`
    writeFileSync(join(root, `page-${index}.md`), page)
  }
  return root
}
