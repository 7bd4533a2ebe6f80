import { useEffect, useState } from 'react'

const LANGUAGES = { ts: 'typescript', js: 'javascript', sql: 'sql' } as const

/** The code in the very lines, colours and type that candidates get, with its line numbers. */
export function CodePreview({ name, text }: { name: string; text: string }) {
  const [lines, setLines] = useState<string[]>([])
  useEffect(() => {
    let isCurrent = true
    const ending = name.slice(name.lastIndexOf('.') + 1)
    const language = ending in LANGUAGES ? LANGUAGES[ending as keyof typeof LANGUAGES] : 'typescript'
    void import('../bank/highlight.ts').then(({ highlight }) => {
      if (isCurrent) setLines(highlight(text, language).split('\n'))
    })
    return () => {
      isCurrent = false
    }
  }, [name, text])
  return (
    <figure className="cms-preview">
      <figcaption>As candidates see it: {lines.length} lines</figcaption>
      <div className="session-code-scroll">
        {lines.map((html, index) => (
          <div key={index} className="session-line">
            <span className="number">{index + 1}</span>
            <span className="source" dangerouslySetInnerHTML={{ __html: html }} />
          </div>
        ))}
      </div>
    </figure>
  )
}
