import { mkdirSync, writeFileSync } from 'node:fs'
import { buildBank } from '../src/bank/build-bank.ts'

try {
  const { bank, leftOut } = buildBank('src/content')
  mkdirSync('.build', { recursive: true })
  writeFileSync('.build/bank.json', JSON.stringify(bank))
  const { snippets, scenarios, warmups, competencies } = bank
  console.log(
    `bank ${bank.version}: ${snippets.length} snippets, ${scenarios.length} scenarios, ` +
      `${warmups.length} warm-ups, ${competencies.length} competencies`,
  )
  for (const line of leftOut) console.log(`left out: ${line}`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
