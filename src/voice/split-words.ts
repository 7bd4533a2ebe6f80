/** The words of a line as an engine says and counts them: runs of anything but white space. */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '')
}
