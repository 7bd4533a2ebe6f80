/** Cents as a price: `EUR 25`, `EUR 82.80`. */
export function formatPrice(cents: number, currency: string): string {
  return `${currency} ${cents % 100 === 0 ? cents / 100 : (cents / 100).toFixed(2)}`
}
