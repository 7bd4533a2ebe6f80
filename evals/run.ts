import { argv } from 'node:process'

/** `npm run eval -- NAME ...`: one line a command, each in its own file. */
const commands: Record<string, () => Promise<(options: string[]) => number | Promise<number>>> = {
  manners: async () => (await import('./manners.ts')).manners,
}

const [name = '', ...options] = argv.slice(2)
const load = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!load) {
  console.error(`There is no eval ${name}: ${Object.keys(commands).join(', ')}.`)
  process.exitCode = 1
} else {
  const run = await load()
  process.exitCode = (await run(options)) > 0 ? 1 : 0
}
