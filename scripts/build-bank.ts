import { mkdirSync, writeFileSync } from 'node:fs'
import { buildBank } from '../src/bank/build-bank.ts'

try {
  const bank = buildBank('src/content')
  mkdirSync('.build', { recursive: true })
  writeFileSync('.build/bank.json', JSON.stringify(bank))
  const { snippets, scenarios, warmups, competencies } = bank
  console.log(
    `bank ${bank.version}: ${snippets.length} snippets, ${scenarios.length} scenarios, ` +
      `${warmups.length} warm-ups, ${competencies.length} competencies`,
  )
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
