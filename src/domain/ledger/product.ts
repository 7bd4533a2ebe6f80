import { z } from 'zod'

export const ProductId = z.enum(['single', 'three-pack'])
export type ProductId = z.infer<typeof ProductId>

/** What can be bought, and for how much. A credit pays for one interview held by ElevenLabs. */
export interface Product {
  id: ProductId
  name: string
  credits: number
  /** In cents of `CURRENCY`, before what tax the seller adds. */
  cents: number
}

/** ISO 4217. */
export const CURRENCY = 'EUR'

export const products: Record<ProductId, Product> = {
  'three-pack': { id: 'three-pack', name: 'Three sessions', credits: 3, cents: 6_900 },
  single: { id: 'single', name: 'One session', credits: 1, cents: 2_500 },
}
