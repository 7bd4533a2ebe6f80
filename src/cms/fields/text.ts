import { fields } from '@keystatic/core'

interface Options {
  label: string
  description?: string
  multiline?: boolean
  pattern?: { regex: RegExp; message: string }
}

/** A text that is kept trimmed, and not at all when it is empty. A pattern is asked only of what is written. */
export function text({ label, description, multiline = false, pattern }: Options) {
  const field = fields.text({
    label,
    multiline,
    ...(description === undefined ? {} : { description }),
    ...(pattern === undefined
      ? {}
      : { validation: { pattern: { regex: orEmpty(pattern.regex), message: pattern.message } } }),
  })
  return { ...field, serialize: (value: string) => field.serialize(value.trim()) }
}

function orEmpty(regex: RegExp): RegExp {
  return new RegExp(`^$|${regex.source}`, regex.flags)
}
