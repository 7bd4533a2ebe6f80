/** Things for programs as JSON-LD, safe inside a script element: `<` cannot end it. */
export function toJsonLd(graph: readonly object[]): string {
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll('<', '\\u003c')
}
