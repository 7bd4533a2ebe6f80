import { defineConfig } from 'vitest/config'

const room = (name: string, ...include: string[]) => ({
  extends: true as const,
  test: { name, include, testTimeout: 30_000 },
})

/** The built site in a real browser: slow, one file at a time, after everything else. */
const journeys = {
  extends: true as const,
  test: {
    name: 'e2e',
    include: ['e2e/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    fileParallelism: false,
    sequence: { groupOrder: 1 },
  },
}

/** Checks of the house itself, which run the linter, the compiler and real processes. */
const house = {
  extends: true as const,
  test: { name: 'house', include: ['scripts/**/*.test.ts'], testTimeout: 60_000, hookTimeout: 60_000 },
}

export default defineConfig({
  test: {
    environment: 'node',
    setupFiles: ['scripts/fail-on-console.ts'],
    restoreMocks: true,
    unstubEnvs: true,
    unstubGlobals: true,
    allowOnly: false,
    projects: [
      room('domain', 'src/{domain,wire,bank}/**/*.test.ts'),
      room(
        'server',
        'src/{api,storage,model,documents,payments,voice,site,pages}/**/*.test.ts',
        'src/*.test.ts',
      ),
      room('islands', 'src/islands/**/*.test.{ts,tsx}'),
      room('content', 'src/content/**/proof.test.ts'),
      room('tools', 'bench/**/*.test.ts'),
      house,
      journeys,
    ],
  },
})
