/** A lead-in and a question together when they stay within three sentences, else the question alone. */
export function joinWithin(lead: string, text: string): string {
  const sentences = text.match(/[.?!](?=\s|$)/g)?.length ?? 0
  return lead && sentences <= 2 ? `${lead} ${text}` : text
}
