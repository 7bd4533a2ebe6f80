import { seededRandom } from '../e2e/seeded-random.ts'
import { openTestApp } from '../src/api/test-app.ts'
import { generateAttacks } from '../standins/obedient/attacks.ts'
import { checkAttacked } from '../standins/obedient/check-attacked.ts'
import { playAttacked } from '../standins/obedient/play-attacked.ts'
const { bank, finder } = openTestApp().dependencies
const all=generateAttacks(seededRandom(1), 500)
for(const i of process.argv.slice(2).map(Number)){ const attack=all[i]!
const a = await playAttacked((['weak','silent','strong'] as const)[i%3]!, 1+i, attack)
try { checkAttacked(a, attack, { bank, finder }); console.log(i,'ok') } catch (e) { console.log('BAD', i, (e as Error).message.slice(0,200), JSON.stringify(a.report.dimensions.find(d=>d.id==='communication')?.evidence).slice(0,900)) }}
