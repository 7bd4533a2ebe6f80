/**
 * Which room of the house may import which, and which packages each may use. ESLint reads this table
 * (scripts/floors-rule.mjs), inside `.astro` files too. The first room whose path holds a file is its room.
 *
 * - `path`: a folder, or one file, from the root of the project
 * - `rooms`: rooms it may import besides itself; `'*'` means any
 * - `packages`: packages it may import; a trailing `*` matches any ending
 *
 * @typedef {{ name: string, path: string, rooms: string[], packages: string[] }} Room
 */

const ports = ['storage', 'model', 'documents', 'voice', 'payments']

/** The rooms where a port meets the world, each seen only by the one file that wires it up. */
const drivers = ports.filter((port) => port !== 'voice').map((port) => `${port}/drivers`)

/** @type {Room[]} */
export const rooms = [
  {
    name: 'domain',
    path: 'src/domain',
    rooms: [],
    packages: [
      'zod',
      'stemmer',
      'double-metaphone',
      'htmlparser2',
      'mdast',
      'mdast-util-gfm',
      'mdast-util-to-markdown',
    ],
  },
  { name: 'wire', path: 'src/wire', rooms: ['domain'], packages: ['zod'] },
  {
    name: 'bank',
    path: 'src/bank',
    rooms: ['domain'],
    packages: ['zod', 'js-yaml', 'shiki', 'node:crypto', 'node:fs', 'node:path'],
  },

  ...drivers.map((name) => ({
    name,
    path: `src/${name}`,
    rooms: [name.replace('/drivers', ''), 'domain'],
    packages: ['*'],
  })),
  {
    name: 'voice/engines',
    path: 'src/voice/engines',
    rooms: ['voice', 'domain', 'weights'],
    packages: ['*'],
  },
  { name: 'voice/access', path: 'src/voice/access', rooms: ['voice', 'domain'], packages: ['*'] },
  ...ports.map((name) => ({ name, path: `src/${name}`, rooms: ['domain'], packages: ['zod'] })),

  {
    name: 'api/compose-library',
    path: 'src/api/compose-library.ts',
    rooms: ['domain', 'bank', 'documents', 'documents/drivers', 'api'],
    packages: [],
  },
  {
    name: 'api/compose-cards',
    path: 'src/api/compose-cards.ts',
    rooms: ['documents', 'documents/drivers', 'api'],
    packages: [],
  },
  {
    name: 'api/compose',
    path: 'src/api/compose.ts',
    rooms: [
      'domain',
      'wire',
      'bank',
      ...ports,
      'api',
      'api/compose-library',
      ...drivers,
      'voice/access',
      'artifacts',
    ],
    packages: ['hono', '@hono/zod-openapi', 'zod', 'node:*', '@vercel/functions'],
  },
  {
    name: 'api',
    path: 'src/api',
    rooms: ['domain', 'wire', 'bank', ...ports, 'api/compose', 'api/compose-library'],
    packages: ['hono', '@hono/zod-openapi', 'zod', 'canonicalize', 'node:crypto', 'node:net', 'node:path'],
  },

  {
    name: 'islands/engine',
    path: 'src/islands/session/engine.ts',
    rooms: ['domain', 'wire', 'voice', 'voice/engines', 'islands'],
    packages: [],
  },
  {
    name: 'islands',
    path: 'src/islands',
    rooms: ['domain', 'wire', 'voice', 'islands/engine'],
    packages: ['react', 'react-dom', 'radix-ui', '@radix-ui/*', 'zod'],
  },

  {
    name: 'cms',
    path: 'src/cms',
    rooms: ['domain', 'bank', 'site', 'islands'],
    packages: ['react', '@keystatic/core', '@keystar/ui/*'],
  },

  {
    name: 'site',
    path: 'src/site',
    rooms: ['domain', 'wire', 'api', 'api/compose-library', 'api/compose-cards', 'bank', 'islands'],
    packages: ['astro', 'astro:*', '@fontsource/*', '@fontsource-variable/*'],
  },
  {
    name: 'pages',
    path: 'src/pages',
    rooms: ['domain', 'wire', 'api', 'bank', 'islands', 'site'],
    packages: ['astro', 'astro:*'],
  },
  {
    name: 'content.config',
    path: 'src/content.config.ts',
    rooms: ['domain', 'bank'],
    packages: ['astro', 'astro:*', 'zod'],
  },
  {
    name: 'middleware',
    path: 'src/middleware.ts',
    rooms: ['domain', 'api', 'cms', 'site'],
    packages: ['astro', 'astro:*'],
  },

  /** What the on-device voice loads. */
  { name: 'weights', path: '.build/voice', rooms: [], packages: [] },
  /** What the bank build writes: server only, since it holds the answer keys. */
  { name: 'artifacts', path: '.build', rooms: [], packages: [] },
  { name: 'content', path: 'src/content', rooms: [], packages: ['*'] },
  /** A file of `src` that no room above holds may import nothing: give it a room. */
  { name: 'unplaced', path: 'src', rooms: [], packages: [] },
  /** Scripts, bench, evals, e2e, stand-ins and the configuration at the root. */
  { name: 'workshop', path: '.', rooms: ['*'], packages: ['*'] },
]

/** A `<script>` in an Astro file runs in the browser, so the server's rooms are closed to it. */
export const browserScript = {
  name: 'a browser script',
  path: '',
  rooms: ['domain', 'wire', 'voice', 'islands', 'site'],
  packages: [],
}

/** What a file may import beyond its room's packages, by the end of its name. */
export const extras = [
  { ending: '.test.ts', packages: ['vitest', 'fast-check', 'ajv/*', 'ajv-formats', 'node:*'] },
  { ending: '.test.tsx', packages: ['vitest', 'fast-check', 'node:*'] },
  { ending: '.contract.ts', packages: ['vitest'] },
  { ending: 'tree-fixture.ts', packages: ['mdast-util-from-markdown', 'micromark-extension-gfm'] },
]

/** What no file under `src/domain` may name: the clock, chance, the network, the machine, the page. */
export const impure = {
  globals: [
    'fetch',
    'console',
    'setTimeout',
    'setInterval',
    'setImmediate',
    'queueMicrotask',
    'process',
    'Buffer',
    'window',
    'document',
    'navigator',
    'localStorage',
    'crypto',
    'performance',
    'globalThis',
    'require',
  ],
  properties: [
    ['Date', 'now'],
    ['Math', 'random'],
  ],
  syntax: [
    {
      selector: "NewExpression[callee.name='Date'][arguments.length=0]",
      message: 'The domain has no clock: take the time as an argument.',
    },
    {
      selector: "CallExpression[callee.name='Date']",
      message: 'The domain has no clock: take the time as an argument.',
    },
  ],
}
