import { CodePanel } from './code-panel.tsx'
import { CoveragePanel } from './coverage-panel.tsx'
import { MarkButton } from './mark-button.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { LineHelp } from './line-help.tsx'
import { Notice } from './notice.tsx'
import { PinnedLines } from './pinned-lines.tsx'
import { Prompt } from './prompt.tsx'
import { InterruptButton, NarrowHeader } from './session-header.tsx'
import { useModel } from './session-provider.tsx'
import { HoldButton } from './state-block.tsx'
import { TabList } from './tab-list.tsx'
import { TranscriptPanel } from './transcript-panel.tsx'
import { VoiceBar } from './voice-bar.tsx'
import type { ScreenProps } from './wide-screen.tsx'
import { Floor } from './wide-screen.tsx'

const tabs = [
  { id: 'transcript', name: 'Transcript' },
  { id: 'code', name: 'Code' },
  { id: 'covered', name: 'Covered' },
  { id: 'notes', name: 'Notes' },
] as const

export type Tab = (typeof tabs)[number]['id']

type NarrowProps = ScreenProps & { tab: Tab; onTab: (tab: Tab) => void }

/** One panel at a time, what is talked about pinned above it, controls under the thumb. */
export function NarrowScreen({ answer, note, onEnd, tab, onTab }: NarrowProps) {
  return (
    <>
      <NarrowHeader onEnd={onEnd} />
      <div className="session-notices">
        <Notice />
        <LineHelp />
      </div>
      <Prompt />
      {tab !== 'code' && <PinnedLines />}
      <TabList label="What to look at" prefix="session" tabs={tabs} active={tab} onChange={onTab} />
      <div
        className="session-panel"
        role="tabpanel"
        id={`session-panel-${tab}`}
        aria-labelledby={`session-tab-${tab}`}
        tabIndex={tab === 'covered' ? 0 : undefined}
      >
        {tab === 'transcript' && <TranscriptPanel heading={false} />}
        {tab === 'code' && <CodeTab />}
        {tab === 'covered' && <CoveragePanel />}
        {tab === 'notes' && <NotesPanel field={note} />}
      </div>
      <div className="session-thumb">
        <VoiceBar />
        <Floor answer={answer} />
        <div className="session-thumb-row">
          <MarkButton short />
          <Stop />
        </div>
      </div>
    </>
  )
}

/** One place for the button that stops: the interviewer while it speaks, else the clock. */
function Stop() {
  const speaking = useModel((model) => model.unsaid > 0)
  return speaking ? <InterruptButton /> : <HoldButton filled />
}

function CodeTab() {
  const hasCode = useModel((model) => model.state?.snippet != null)
  if (hasCode) return <CodePanel />
  return <p className="session-nothing">No code is on screen in this section.</p>
}
