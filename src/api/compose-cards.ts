import { createTypstCards } from '../documents/drivers/typst-card.ts'
import type { CardPrinter } from '../documents/social-card.ts'
import type { Settings } from './env.ts'

/** What draws pictures of pages: at the build alone, so that no server carries it. */
export function composeCards({ documentsDir }: Pick<Settings, 'documentsDir'>): CardPrinter {
  return createTypstCards(documentsDir)
}
