import { useEffect, useMemo, useRef } from 'react'
import { formatClock } from '../../domain/report/format-clock.ts'
import { Shape } from './shape.tsx'
import { splitUnsure } from './split-unsure.ts'
import { useModel } from './session-provider.tsx'
import type { TranscriptItem } from './transcript.ts'
import { readTranscript, revealTranscript } from './transcript.ts'

/** What was said so far, the newest at the bottom and in view unless one has scrolled up to read. */
export function TranscriptPanel({ heading }: { heading: boolean }) {
  const events = useModel((model) => model.events)
  const live = useModel((model) => model.live)
  const unsaid = useModel((model) => model.unsaid)
  const all = useMemo(() => readTranscript(events, live), [events, live])
  const { items, speaking } = revealTranscript(all, unsaid)
  const scroller = useRef<HTMLDivElement>(null)
  const follows = useRef(true)
  useEffect(() => {
    const box = scroller.current
    if (box && follows.current) box.scrollTop = box.scrollHeight
  }, [all, unsaid])
  return (
    <div
      className="session-transcript"
      ref={scroller}
      tabIndex={0}
      role="region"
      aria-label="Transcript"
      onScroll={({ currentTarget: box }) => {
        follows.current = box.scrollHeight - box.scrollTop - box.clientHeight < 48
      }}
    >
      {heading && <h2 className="session-heading">Transcript</h2>}
      <ol>
        {items.map((item) => (
          <Entry key={item.key} item={item} speaking={item.key === speaking} />
        ))}
      </ol>
    </div>
  )
}

function Entry({ item, speaking }: { item: TranscriptItem; speaking: boolean }) {
  switch (item.kind) {
    case 'section':
      return <SectionEntry section={item.section} />
    case 'pause':
      return (
        <li className="session-entry">
          <time>{formatClock(item.atMs)}</time>
          <p className="session-aside">
            <Shape name="hold" />
            {pauseText(item)}
          </p>
        </li>
      )
    case 'agent':
    case 'candidate':
      return (
        <li className={`session-entry by-${item.kind}${speaking ? ' speaking' : ''}`}>
          <time>{formatClock(item.atMs)}</time>
          <div>
            <span className="sr-only">{item.kind === 'agent' ? 'Interviewer: ' : 'You: '}</span>
            <p className="said">
              <Words item={item} />
              {speaking && <span className="caret" />}
            </p>
            <Asides item={item} />
          </div>
        </li>
      )
  }
}

type Said = Extract<TranscriptItem, { kind: 'agent' | 'candidate' }>

/** A line that was stopped goes on in grey where the candidate cut it off; words that may be misheard have a mark. */
function Words({ item }: { item: Said }) {
  if (item.kind === 'candidate')
    return splitUnsure(item.text, item.unsure).map(({ from, text, unsure }) =>
      unsure ? <Unsure key={from} text={text} /> : text,
    )
  if (item.heard === null || !item.text.startsWith(item.heard)) return item.text
  return (
    <>
      {item.heard}
      <span className="unsaid">{item.text.slice(item.heard.length)}</span>
    </>
  )
}

function Unsure({ text }: { text: string }) {
  return (
    <span className="unsure" title="Perhaps misheard. It does not count against you.">
      {text}
      <span aria-hidden="true">?</span>
      <span className="sr-only"> (perhaps misheard)</span>
    </span>
  )
}

function Asides({ item }: { item: Said }) {
  return (
    <>
      {item.kind === 'agent' && item.heard !== null && <p className="session-aside">Stopped by you</p>}
      {item.kind === 'candidate' && item.pending && <p className="session-aside">Being sent</p>}
      {item.marked && (
        <p className="session-aside">
          <Shape name="mark" />
          Marked by you
        </p>
      )}
    </>
  )
}

function SectionEntry({ section }: { section: string }) {
  const name = useModel((model) => model.state?.sections.find(({ id }) => id === section)?.name)
  return (
    <li className="session-entry session-entry-section">
      <b>{section}</b> {name}
    </li>
  )
}

function pauseText({ reason, lastedMs }: Extract<TranscriptItem, { kind: 'pause' }>): string {
  const word = reason === 'hold' ? 'Held' : 'Away'
  return lastedMs === null ? `${word}. Not counted.` : `${word} ${formatClock(lastedMs)}. Not counted.`
}
