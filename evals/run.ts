import { argv } from 'node:process'

type Eval = (args: string[]) => void | Promise<void>

/** `npm run eval -- NAME [ARGUMENT...]`: measures one thing against data files. The last line is one JSON object. */
const evals: Record<string, Eval> = {
  grade: async (args) => (await import('./grade.ts')).evalGrade(args),
  jd: async (args) => (await import('./jd.ts')).evalJd(onlyFile(args)),
  manners: async (args) => (await import('./manners.ts')).manners(args),
  session: async (args) => (await import('./session.ts')).session(args),
}

function onlyFile([file, ...more]: string[]): string {
  if (file === undefined || more.length > 0) throw new Error('npm run eval -- NAME FILE.jsonl')
  return file
}

const [name = '', ...args] = argv.slice(2)
const run = Object.hasOwn(evals, name) ? evals[name] : undefined
try {
  if (!run) throw new Error(`There is no eval "${name}": ${Object.keys(evals).join(', ')}.`)
  await run(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
