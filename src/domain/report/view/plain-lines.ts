/** The lines of a source text, without the empty one after the last line feed. */
export function plainLines({ source }: { source: string }): string[] {
  return source.trimEnd().split('\n')
}
