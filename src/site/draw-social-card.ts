import { composeCards } from '../api/compose-cards.ts'
import { parseEnv } from '../api/env.ts'
import type { PublicPage } from './public-pages.ts'

/** What there is room for below a title: about three lines. */
const MOST = 170

/** The picture of a public page, as a PNG. */
export async function drawSocialCard({ over, title, text }: PublicPage): Promise<Uint8Array<ArrayBuffer>> {
  const cards = composeCards(parseEnv(process.env))
  const short = text.length <= MOST ? text : `${text.slice(0, text.lastIndexOf(' ', MOST))} …`
  return cards.toPng({ over, title, text: short })
}
