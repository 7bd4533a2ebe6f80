import { Item, Picker } from '@keystar/ui/picker'
import { TextArea } from '@keystar/ui/text-field'
import { CodePreview } from './code-preview.tsx'
import './cms.css'

interface CodeEditorProps {
  label: string
  description: string
  names: readonly string[]
  preview: boolean
  value: { name: string; text: string }
  onChange(value: { name: string; text: string }): void
}

/** A text area for a file, with its name when there is a choice, and the code as candidates see it. */
export function CodeEditor({ label, description, names, preview, value, onChange }: CodeEditorProps) {
  return (
    <div className="cms-code">
      {names.length > 1 && (
        <Picker
          label={`${label}: file name`}
          value={value.name}
          onChange={(name) => onChange({ ...value, name: String(name) })}
        >
          {names.map((name) => (
            <Item key={name}>{name}</Item>
          ))}
        </Picker>
      )}
      <TextArea
        label={label}
        description={description}
        value={value.text}
        onChange={(text) => onChange({ ...value, text })}
        spellCheck="false"
        UNSAFE_className="cms-code-text"
      />
      {preview && value.text.trim() !== '' && <CodePreview name={value.name} text={value.text} />}
    </div>
  )
}
