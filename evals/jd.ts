import { readBank } from '../src/bank/read-bank.ts'
import { JdRow } from './jd-row.ts'
import { measureJd } from './measure-jd.ts'
import { readRows } from './read-rows.ts'

/** Prints the postings that were read wrong, then the figures, cut to four decimals, as one JSON object. */
export function evalJd(path: string): void {
  const { figures, misses } = measureJd(readRows(path, JdRow), readBank('src/content'))
  if (misses.length > 0) console.table(misses)
  const rounded = Object.entries(figures).map(([name, value]) => [name, Math.floor(value * 10_000) / 10_000])
  console.log(JSON.stringify(Object.fromEntries(rounded)))
}
