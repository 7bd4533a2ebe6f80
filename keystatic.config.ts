import { config } from '@keystatic/core'
import { companies } from './src/cms/collections/companies.ts'
import { competencies } from './src/cms/collections/competencies.ts'
import { concepts } from './src/cms/collections/concepts.ts'
import { guides } from './src/cms/collections/guides.ts'
import { packs } from './src/cms/collections/packs.ts'
import { readings } from './src/cms/collections/readings.ts'
import { rubric } from './src/cms/collections/rubrics.ts'
import { samples } from './src/cms/collections/samples.ts'
import { scenarios } from './src/cms/collections/scenarios.ts'
import { snippets } from './src/cms/collections/snippets.ts'
import { warmups } from './src/cms/collections/warmups.ts'
import { cmsStorage } from './src/cms/storage.ts'

/** Everything an editor edits. It runs in the browser too: no secret and nothing of Node in what it imports. */
export default config({
  storage: cmsStorage(import.meta.env),
  ui: {
    brand: { name: 'Offhook' },
    navigation: {
      Questions: ['snippets', 'scenarios', 'warmups'],
      Tracks: ['packs', 'competencies', 'readings'],
      Rubrics: ['communication', 'debugging', 'breadth', 'operationalization', 'product'],
      Pages: ['companies', 'guides'],
      More: ['concepts', 'samples'],
    },
  },
  collections: {
    snippets,
    scenarios,
    warmups,
    packs,
    competencies,
    readings,
    concepts,
    samples,
    companies,
    guides,
  },
  singletons: {
    communication: rubric('communication', 'Communication and clarity'),
    debugging: rubric('debugging', 'Debugging and diagnosis'),
    breadth: rubric('breadth', 'Breadth and trade-offs'),
    operationalization: rubric('operationalization', 'Operationalization'),
    product: rubric('product', 'Product sense'),
  },
})
