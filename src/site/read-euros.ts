const EUROS = /^(\d{1,6})(?:[.,](\d{1,2}))?$/

/** An amount in euros, such as `120`, `49.90` or `49,9`, in cents; null for anything else. */
export function readEuros(typed: string): number | null {
  const [, whole, part = ''] = EUROS.exec(typed.trim().replace(/^€\s*/, '')) ?? []
  return whole === undefined ? null : Number(whole) * 100 + Number(part.padEnd(2, '0'))
}
