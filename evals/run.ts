import { argv } from 'node:process'

/** `npm run eval -- NAME [ARGUMENT...]`: measures one thing against data files. The last line is one JSON object. */
const evals: Record<string, (args: string[]) => Promise<void>> = {
  session: async (args) => (await import('./session.ts')).session(args),
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
