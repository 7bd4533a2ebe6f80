import type { BasicFormField } from '@keystatic/core'

export interface StringListOptions {
  label: string
  description?: string
}

/** A field that holds a list of texts; how they are typed is the input's. */
export function stringListField(
  label: string,
  Input: BasicFormField<string[]>['Input'],
): BasicFormField<string[]> {
  const parse = (value: unknown) => (Array.isArray(value) ? value.map(String) : [])
  return {
    kind: 'form',
    label,
    defaultValue: () => [],
    parse,
    serialize: (value) => ({ value }),
    validate: (value) => value,
    reader: { parse },
    Input,
  }
}
