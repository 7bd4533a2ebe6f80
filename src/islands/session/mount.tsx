import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import type { Session } from './create-session.ts'
import { typedManner } from './engine.ts'
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
  let current: Session | undefined
  let manners = 0
  const begin = (chosen: Manner) => {
    current?.close()
    const session = openSession(sessionId, chosen)
    current = session
    manners += 1
    root.render(
      <StrictMode>
        <SessionProvider key={manners} session={session} onChange={begin}>
          <SessionApp />
        </SessionProvider>
      </StrictMode>,
    )
    void session.join()
  }
  const type = () => begin(typedManner())
  if (manner === 'typed') return type()
  root.render(
    <StrictMode>
      <Preflight far={far} onSpeak={begin} onType={type} />
    </StrictMode>,
  )
}
