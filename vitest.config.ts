import { defineConfig } from 'vitest/config'

const room = (name: string, ...include: string[]) => ({
  extends: true as const,
  test: { name, include, testTimeout: 30_000 },
})

/** Speech and cuts that are heard and dealt with in real time: one file at a time. */
const REAL_TIME = [
  'spoken',
  'far-voice',
  'paid-interview',
  'elevenlabs',
  'elevenlabs-line',
  'network-cuts',
].map((name) => `e2e/${name}.test.ts`)

/** The built site in a real browser, after everything else. */
const journeys = (name: string, files: object, groupOrder: number) => ({
  extends: true as const,
  test: { name, testTimeout: 120_000, hookTimeout: 120_000, sequence: { groupOrder }, ...files },
})

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
    /** Its default export refuses to be looked at, which Vitest does to every package that it does not inline. */
    server: { deps: { inline: ['@vercel/kv'] } },
    projects: [
      room('domain', 'src/{domain,wire,bank}/**/*.test.ts'),
      room(
        'server',
        'src/{api,storage,model,documents,payments,voice,cms,site,pages}/**/*.test.ts',
        'src/*.test.ts',
      ),
      room('islands', 'src/islands/**/*.test.{ts,tsx}'),
      room('content', 'src/content/**/proof.test.ts'),
      room('tools', '{bench,evals,standins}/**/*.test.ts'),
      house,
      journeys('e2e', { include: ['e2e/**/*.test.ts'], exclude: REAL_TIME }, 1),
      journeys('sound', { include: REAL_TIME, fileParallelism: false }, 2),
    ],
  },
})
