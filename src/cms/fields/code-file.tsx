import type { AssetFormField } from '@keystatic/core'
import { CodeEditor } from '../code-editor.tsx'

/** The text of a file beside an entry. */
export interface CodeFile {
  name: string
  text: string
}

interface Options {
  label: string
  description: string
  /** What the file may be called; the first is the usual one. */
  names: readonly [string, ...string[]]
  /** Shows the code below as candidates see it. */
  preview?: boolean
}

/** A file beside the entry, edited as text with line numbers; without text there is no file. */
export function codeFile({
  label,
  description,
  names,
  preview = false,
}: Options): AssetFormField<CodeFile, CodeFile, string | null> {
  return {
    kind: 'form',
    formKind: 'asset',
    label,
    defaultValue: () => ({ name: names[0], text: '' }),
    filename: (value) => (typeof value === 'string' ? value : undefined),
    parse: (value, { asset }) => ({
      name: typeof value === 'string' ? value : names[0],
      text: asset === undefined ? '' : new TextDecoder().decode(asset),
    }),
    serialize: ({ name, text }) =>
      text.trim() === ''
        ? { value: undefined, asset: undefined }
        : { value: name, asset: { filename: name, content: new TextEncoder().encode(endLine(text)) } },
    validate: (value) => value,
    reader: { parse: (value) => (typeof value === 'string' ? value : null) },
    Input: ({ value, onChange }) => (
      <CodeEditor
        label={label}
        description={description}
        names={names}
        preview={preview}
        value={value}
        onChange={onChange}
      />
    ),
  }
}

function endLine(text: string): string {
  return `${text.replace(/\s+$/, '')}\n`
}
