import type { KeyboardEvent } from 'react'

interface TabListProps<T extends string> {
  label: string
  /** Begins the ids of tabs and panels: `PREFIX-tab-ID`, `PREFIX-panel-ID`. */
  prefix: string
  tabs: readonly { id: T; name: string }[]
  active: T
  onChange: (id: T) => void
}

/** Tabs by the ARIA pattern: one stop for Tab, arrows, Home and End choose. */
export function TabList<T extends string>({ label, prefix, tabs, active, onChange }: TabListProps<T>) {
  const press = (event: KeyboardEvent<HTMLDivElement>) => {
    const at = tabs.findIndex(({ id }) => id === active)
    const steps: Record<string, number> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    }
    const step = steps[event.key]
    const next = step === undefined ? undefined : tabs[(step + tabs.length) % tabs.length]
    if (!next) return
    event.preventDefault()
    onChange(next.id)
    document.getElementById(`${prefix}-tab-${next.id}`)?.focus()
  }
  return (
    <div className="session-tabs" role="tablist" aria-label={label} onKeyDown={press}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          id={`${prefix}-tab-${id}`}
          type="button"
          role="tab"
          aria-selected={id === active}
          aria-controls={id === active ? `${prefix}-panel-${id}` : undefined}
          tabIndex={id === active ? 0 : -1}
          onClick={() => onChange(id)}
        >
          {name}
        </button>
      ))}
    </div>
  )
}
