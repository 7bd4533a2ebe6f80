import { fields } from '@keystatic/core'

interface Options<Value extends string> {
  label: string
  description?: string
  values: readonly Value[]
  usual: Value
  /** Labels where the value does not speak for itself. */
  names?: Partial<Record<Value, string>>
}

/** One of a few values of the catalog. */
export function choice<Value extends string>({
  label,
  description,
  values,
  usual,
  names = {},
}: Options<Value>) {
  return fields.select({
    label,
    ...(description === undefined ? {} : { description }),
    options: values.map((value) => ({ value, label: names[value] ?? value })),
    defaultValue: usual,
  })
}
