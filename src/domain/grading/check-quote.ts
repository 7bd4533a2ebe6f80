/** Whether a quote is what the candidate said: a verbatim part of the turn's current text, and not only white space. */
export function checkQuote(text: string, quote: string): boolean {
  return quote.trim().length > 0 && text.includes(quote)
}
