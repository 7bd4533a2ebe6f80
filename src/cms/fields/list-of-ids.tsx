import type { BasicFormField } from '@keystatic/core'
import { TextField } from '@keystar/ui/text-field'
import { useState } from 'react'
import { stringListField, type StringListOptions } from './string-list-field.ts'

/** A list of ids of this entry's own points, signals, traps or issues, written with commas between. */
export function listOfIds({ label, description }: StringListOptions): BasicFormField<string[]> {
  return stringListField(label, ({ value, onChange }) => (
    <Ids label={label} hint={`With commas between. ${description ?? ''}`} value={value} onChange={onChange} />
  ))
}

interface IdsProps {
  label: string
  hint: string
  value: string[]
  onChange(value: string[]): void
}

function Ids({ label, hint, value, onChange }: IdsProps) {
  const [typed, setTyped] = useState(value.join(', '))
  const change = (next: string) => {
    setTyped(next)
    onChange(next.split(/[\s,]+/).filter((id) => id !== ''))
  }
  return <TextField label={label} description={hint} value={typed} onChange={change} />
}
