import { evalJd } from './jd.ts'

/** npm run eval -- NAME FILE.jsonl: measures one part of the product on a file of rows; the last line is JSON. */
const [name, file] = process.argv.slice(2)
if (file === undefined) throw new Error('npm run eval -- NAME FILE.jsonl')

switch (name) {
  case 'jd':
    evalJd(file)
    break
  default:
    throw new Error(`There is no eval ${name}: jd`)
}
