import canonicalize from 'canonicalize'

/**
 * The bytes that a signature is over: the report in the form of RFC 8785, with what its signature says of itself. Halves
 * of surrogate pairs, which that form does not know, stand as U+FFFD. Whatever a report says beyond the schema is in it.
 *
 * @param about the signature without its value
 */
export function canonicalReport(report: object, about: object): Uint8Array {
  const wellFormed = JSON.stringify({ ...report, signature: about }, (_, value: unknown) =>
    typeof value === 'string' ? value.toWellFormed() : value,
  )
  return new TextEncoder().encode(canonicalize(JSON.parse(wellFormed)))
}
