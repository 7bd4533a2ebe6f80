import type { BasicFormField } from '@keystatic/core'
import { TextArea } from '@keystar/ui/text-field'
import { useState } from 'react'
import { stringListField, type StringListOptions } from './string-list-field.ts'

/** A list of texts, written one a line. */
export function listOfLines({ label, description }: StringListOptions): BasicFormField<string[]> {
  return stringListField(label, ({ value, onChange }) => (
    <Lines label={label} hint={`One a line. ${description ?? ''}`} value={value} onChange={onChange} />
  ))
}

interface LinesProps {
  label: string
  hint: string
  value: string[]
  onChange(value: string[]): void
}

/** What is typed stays as it is, blank lines included; the entry gets the lines that say something. */
function Lines({ label, hint, value, onChange }: LinesProps) {
  const [typed, setTyped] = useState(value.join('\n'))
  const change = (next: string) => {
    setTyped(next)
    onChange(
      next
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== ''),
    )
  }
  return <TextArea label={label} description={hint} value={typed} onChange={change} />
}
