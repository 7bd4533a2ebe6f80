import { format } from 'node:util'
import { afterEach, beforeEach } from 'vitest'

const heard: string[] = []

/**
 * Fails a test during which something was printed as an error or a warning. A test that expects one takes
 * the method over with `vi.spyOn(console, 'error').mockImplementation(...)`.
 */
for (const level of ['error', 'warn'] as const) {
  console[level] = (...parts: unknown[]) => {
    heard.push(`console.${level}: ${format(...parts)}`)
  }
}

function failWhenHeard() {
  const lines = heard.splice(0)
  if (lines.length > 0) throw new Error(`The console should have stayed quiet:\n${lines.join('\n')}`)
}

beforeEach(failWhenHeard)
afterEach(failWhenHeard)
