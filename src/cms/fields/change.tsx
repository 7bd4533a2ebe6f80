import type { BasicFormField } from '@keystatic/core'
import { TextArea } from '@keystar/ui/text-field'

interface Options {
  label: string
  description?: string
}

const HINT =
  'A unified diff against the shown code: a row @@ -12,3 +12,4 @@, then rows that begin with a blank, - or +.'

/** A unified diff. In the file each row stands behind one blank more, which keeps YAML from folding long rows. */
export function change({ label, description = '' }: Options): BasicFormField<string> {
  return {
    kind: 'form',
    label,
    defaultValue: () => '',
    parse: (value) => (typeof value === 'string' ? unindent(value) : ''),
    serialize: (value) => ({ value: value.trim() === '' ? undefined : indent(value) }),
    validate: (value) => value,
    reader: { parse: (value) => (typeof value === 'string' ? unindent(value) : '') },
    Input: ({ value, onChange }) => (
      <TextArea
        label={label}
        description={`${HINT} ${description}`}
        value={value}
        onChange={onChange}
        spellCheck="false"
        UNSAFE_className="cms-change"
      />
    ),
  }
}

function unindent(written: string): string {
  return written.startsWith(' @@') ? written.replace(/^ /gm, '') : written
}

function indent(diff: string): string {
  return `${diff.replace(/\n+$/, '')}\n`.replace(/^(?=.)/gm, ' ')
}
