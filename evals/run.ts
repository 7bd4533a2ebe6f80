/**
 * Measures the grader on data files. npm run eval -- grade FILE.jsonl [--spoken]
 * The last line of output is one JSON object with the figures.
 */
import { argv } from 'node:process'

type Command = (args: string[]) => Promise<object>

const commands: Record<string, Command> = {
  grade: async (args) => (await import('./grade.ts')).grade(args),
}

const [, , name = '', ...args] = argv
const command = Object.hasOwn(commands, name) ? commands[name] : undefined
if (!command) throw new Error(`There is no eval "${name}": ${Object.keys(commands).join(', ')}`)
console.log(JSON.stringify(await command(args)))
