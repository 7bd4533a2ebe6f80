import { useState } from 'react'
import { CodeLines } from './code-lines.tsx'
import { useModel } from './session-provider.tsx'
import { TabList } from './tab-list.tsx'

const languages: Record<string, string> = { typescript: 'TypeScript', javascript: 'JavaScript', sql: 'SQL' }

/** The snippet on screen, and its log if it has one. */
export function CodePanel() {
  const card = useModel((model) => model.state?.snippet ?? null)
  const snippet = useModel((model) => (card ? model.snippets[card.snippetId] : undefined))
  const [chosen, setChosen] = useState<{ snippetId: string; tab: 'code' | 'log' } | null>(null)
  if (!card) return null
  const tab = snippet?.log !== undefined && chosen?.snippetId === card.snippetId ? chosen.tab : 'code'
  const tabs = [{ id: 'code', name: 'Code' } as const, { id: 'log', name: 'Logs' } as const]
  const count = snippet?.text.trimEnd().split('\n').length
  return (
    <section className="session-code" aria-label="Code">
      <div className="session-code-head">
        <h2 className="session-code-title">{card.title}</h2>
        <p className="session-hint">
          {count !== undefined && `${count} lines, `}
          {languages[card.language] ?? card.language}
        </p>
        {snippet?.log !== undefined && (
          <TabList
            label="Code or logs"
            prefix="view"
            tabs={tabs}
            active={tab}
            onChange={(id) => setChosen({ snippetId: card.snippetId, tab: id })}
          />
        )}
        <p className="session-hint session-code-tip">Select lines to mean “this”</p>
      </div>
      {!snippet && (
        <p className="session-code-wait" role="status">
          Fetching the code.
        </p>
      )}
      {snippet && tab === 'code' && (
        <CodeLines key={card.snippetId} snippetId={card.snippetId} html={snippet.html} />
      )}
      {snippet?.log !== undefined && tab === 'log' && <Log text={snippet.log} />}
    </section>
  )
}

function Log({ text }: { text: string }) {
  return (
    <pre
      id="view-panel-log"
      role="tabpanel"
      aria-labelledby="view-tab-log"
      className="session-log"
      tabIndex={0}
    >
      {text.trimEnd()}
    </pre>
  )
}
