import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { createTypedSession } from './engine.ts'
import { openSession } from './open-session.ts'
import type { Manner } from './open-session.ts'
import { Preflight } from './preflight.tsx'
import type { FarOffer } from './preflight.tsx'
import { SessionApp } from './session-app.tsx'
import { SessionProvider } from './session-provider.tsx'
import './session.css'

export interface Joining {
  sessionId: string
  manner: 'voice' | 'typed'
  /** ElevenLabs is set up here, besides the voice on this device; null where it is not. */
  far: FarOffer | null
}

/**
 * Turns `element` into the live interview: opens a new one, takes up one under way. By voice, the microphone is looked
 * at first, and no clock runs until that is done.
 */
export function mountSession(element: HTMLElement, { sessionId, manner, far }: Joining): void {
  const root = createRoot(element)
  const begin = (chosen: Manner) => {
    const session = openSession(sessionId, chosen)
    root.render(
      <StrictMode>
        <SessionProvider session={session}>
          <SessionApp />
        </SessionProvider>
      </StrictMode>,
    )
    void session.join()
  }
  const type = () => begin({ kind: 'typed', createEngine: createTypedSession, record: false })
  if (manner === 'typed') return type()
  root.render(
    <StrictMode>
      <Preflight far={far} onSpeak={begin} onType={type} />
    </StrictMode>,
  )
}
