import type { ReactNode } from 'react'
import type { Manner } from './open-session.ts'
import type { useMicrophone } from './use-microphone.ts'

export interface PreflightProps {
  onSpeak: (manner: Manner) => void
  onType: () => void
  /** Which voice it is to be, where there are two. */
  choice: ReactNode
}

interface FrameProps {
  /** Who hears what. */
  lead: string
  choice: ReactNode
  microphone: ReturnType<typeof useMicrophone>
  /** What begins the interview; null until all is there. */
  onBegin: (() => void) | null
  onType: () => void
  children: ReactNode
}

/** The page before one speaks. The microphone is let go before anything begins, which opens its own. */
export function PreflightFrame({ lead, choice, microphone, onBegin, onType, children }: FrameProps) {
  const leave = (then: () => void) => () => {
    microphone.close()
    then()
  }
  return (
    <section className="preflight" aria-labelledby="preflight-title">
      <h1 id="preflight-title" className="preflight-title" tabIndex={-1}>
        Before you speak
      </h1>
      <p className="preflight-lead">{lead} No clock runs yet.</p>
      {choice}
      <ol className="preflight-steps">{children}</ol>
      <div className="preflight-actions">
        <button
          type="button"
          className="button button-filled"
          disabled={!onBegin || microphone.state !== 'on'}
          onClick={onBegin ? leave(onBegin) : undefined}
        >
          Begin
        </button>
        <button type="button" className="button" onClick={leave(onType)}>
          Type instead
        </button>
      </div>
    </section>
  )
}
