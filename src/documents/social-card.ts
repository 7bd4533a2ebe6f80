/** What a picture of a page says: for where its address is shared. */
export interface SocialCard {
  /** Small, above the title. */
  over: string
  title: string
  /** A sentence or two below. */
  text: string
}

/** Makes pictures of pages. */
export interface CardPrinter {
  /** The card as a PNG of 1200 by 630 pixels. The same card gives the same picture. */
  toPng(card: SocialCard): Promise<Uint8Array<ArrayBuffer>>
}
