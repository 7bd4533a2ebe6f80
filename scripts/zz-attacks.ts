import { seededRandom } from '../e2e/seeded-random.ts'
import { openTestApp } from '../src/api/test-app.ts'
import { gradeSession } from '../src/domain/grading/grade-session.ts'
import { generateAttacks } from '../standins/obedient/attacks.ts'
import { checkAttacked } from '../standins/obedient/check-attacked.ts'
import { measureDrift } from '../standins/obedient/measure-drift.ts'
import { playAttacked } from '../standins/obedient/play-attacked.ts'
const { bank, finder } = openTestApp().dependencies
const seed = 1
const d = await measureDrift(Number(process.argv[3] ?? 200), seed)
console.log('drift', d)
let bad = 0,
  up = 0,
  tot = 0,
  down = 0
for (const [index, attack] of generateAttacks(seededRandom(seed), Number(process.argv[2] ?? 500)).entries()) {
  const a = await playAttacked((['weak', 'silent', 'strong'] as const)[index % 3]!, seed + index, attack)
  const plain = gradeSession({ ...a.state, proposals: {} }, bank, finder)
  for (const x of a.report.dimensions) {
    tot++
    const p = plain.dimensions[x.id].score ?? 0
    if ((x.score ?? 0) > p) up++
    if ((x.score ?? 0) < p) down++
  }
  try {
    checkAttacked(a, attack, { bank, finder })
  } catch (e) {
    bad++
    console.log(
      'BAD',
      index,
      JSON.stringify(attack).slice(0, 300),
      String((e as Error).message).slice(0, 300),
    )
  }
}
console.log({ bad, tot, up, down })
