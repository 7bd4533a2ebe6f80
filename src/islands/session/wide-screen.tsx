import type { RefObject } from 'react'
import { AnswerBox } from './answer-box.tsx'
import { CodePanel } from './code-panel.tsx'
import { CoveragePanel } from './coverage-panel.tsx'
import { EndedPanel } from './ended-panel.tsx'
import { MarkButton } from './mark-button.tsx'
import { NotesPanel } from './notes-panel.tsx'
import { LineHelp } from './line-help.tsx'
import { Notice } from './notice.tsx'
import { Prompt } from './prompt.tsx'
import { SessionFooter } from './session-footer.tsx'
import { SessionHeader } from './session-header.tsx'
import { useModel } from './session-provider.tsx'
import { isOver } from './session-view.ts'
import { TranscriptPanel } from './transcript-panel.tsx'
import { VoiceBar } from './voice-bar.tsx'

export interface ScreenProps {
  answer: RefObject<HTMLTextAreaElement | null>
  note: RefObject<HTMLTextAreaElement | null>
  onEnd: () => void
  onHelp: () => void
}

/** Transcript, code and coverage side by side. */
export function WideScreen({ answer, note, onEnd, onHelp }: ScreenProps) {
  const hasCode = useModel((model) => model.state?.snippet != null)
  return (
    <>
      <SessionHeader onEnd={onEnd} />
      <div className="session-columns">
        <TranscriptPanel heading />
        <div className={hasCode ? 'session-middle' : 'session-middle session-middle-plain'}>
          <div className="session-notices">
            <Notice />
            <LineHelp />
          </div>
          <Prompt />
          <CodePanel />
          <Floor answer={answer} />
        </div>
        <div className="session-side">
          <VoiceBar />
          <CoveragePanel />
          <NotesPanel field={note} />
          <MarkButton />
        </div>
      </div>
      <SessionFooter onHelp={onHelp} />
    </>
  )
}

/** Where the candidate speaks, for as long as there is something to say. */
export function Floor({ answer }: Pick<ScreenProps, 'answer'>) {
  const over = useModel(({ state }) => isOver(state))
  return over ? <EndedPanel /> : <AnswerBox field={answer} />
}
