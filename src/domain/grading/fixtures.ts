import type { Concept } from '../catalog/concept.ts'
import type { FinderPoint } from './finder.ts'

/** A few points of one question, for tests. */
export const examplePoints: FinderPoint[] = [
  {
    id: 'race',
    text: 'Two deliveries of one order can both be paid',
    wordings: [
      'Two deliveries of the same order can both get past that find before either has recorded anything.',
      "It's a check-then-act race.",
      "The append isn't idempotent.",
      'Same hook, twice in parallel, double credit.',
    ],
    misheard: ['there is a raise condition on deliveries dot find'],
  },
  {
    id: 'batch',
    text: 'One catalog call per order line, one after another',
    wordings: [
      "That's an N plus one on the catalog.",
      "There's an await inside the for loop, so it's one network call per line.",
      "I'd fetch all the products in one call.",
      'Two hundred lines means two hundred round trips before we answer.',
    ],
    misheard: [],
  },
  {
    id: 'tenant',
    text: 'The signature of one shop can credit the customers of another',
    wordings: [
      'We verify the signature against the shop in the URL but then trust the shop ID in the body.',
      'Nothing checks that event dot shop ID is the same as shop dot ID.',
      "It's a cross-tenant write.",
    ],
    misheard: [],
  },
]

/** A few concepts, for tests. */
export const exampleConcepts: Concept[] = [
  { id: 'twice', forms: ['twice', 'double', 'two times', 'duplicate'] },
  { id: 'at-once', forms: ['at once', 'in parallel', 'concurrently', 'overlap', 'at the same time'] },
  { id: 'race', forms: ['race', 'race condition', 'check then act'] },
  { id: 'idempotent', forms: ['idempotent', 'item potent', 'safe to repeat'] },
  { id: 'n-plus-one', forms: ['n plus one', 'n plus 1', 'one call per', 'call per line'] },
  { id: 'one-call', forms: ['in one call', 'batch', 'bulk'] },
]

/** The wordings of the example points, as a corpus. */
export const exampleCorpus = examplePoints.map(({ text, wordings }) => [text, ...wordings])
