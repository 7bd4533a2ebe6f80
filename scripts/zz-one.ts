import { seededRandom } from '../e2e/seeded-random.ts'
import { generateAttacks } from '../standins/obedient/attacks.ts'
import { playAttacked } from '../standins/obedient/play-attacked.ts'
const i=Number(process.argv[2])
const attack=generateAttacks(seededRandom(1),500)[i]!
const a = await playAttacked((['weak','silent','strong'] as const)[i%3]!, 1+i, attack)
for(const d of a.report.dimensions) if(d.score) console.log(d.id,d.score,JSON.stringify(d.evidence),d.why)
for(const t of a.report.transcript) console.log(t.speaker,t.text.slice(-300))
