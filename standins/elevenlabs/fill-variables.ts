/** A variable in a text, as in `Hello {{candidate_name}}`. */
const PLACE = /\{\{\s*([\w]+)\s*\}\}/g

export type Variables = Record<string, unknown>

/** The text with its variables; one that is secret or unknown stays as it was written. */
export function fillVariables(text: string, variables: Variables): string {
  return text.replace(PLACE, (place, name: string) =>
    name.startsWith('secret__') || variables[name] === undefined ? place : String(variables[name]),
  )
}

/** The names of the variables that the text asks for. */
export function variablesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name)
}
