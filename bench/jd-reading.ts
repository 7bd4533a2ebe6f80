import { loadBank } from '../src/bank/load-bank.ts'
import { POSTING } from '../src/api/test-app.ts'
import { readJd } from '../src/domain/jd/read-jd.ts'
import { cpuMs } from './cpu-ms.ts'
import type { Figure } from './figure.ts'

/** CPU milliseconds to read a 20 KB job description, once warm. A plain figure against its budget. */
export async function measureJdReading(): Promise<Figure[]> {
  const bank = loadBank('.build/bank.json')
  const text = POSTING.repeat(Math.ceil(20_480 / POSTING.length)).slice(0, 20_480)
  const value = cpuMs(() => void readJd(text, bank))
  return [
    {
      id: 'jd',
      what: 'a 20 KB posting read',
      value,
      baseline: null,
      ratio: value,
      goal: 20,
      aim: 5,
      unit: 'ms CPU',
    },
  ]
}
