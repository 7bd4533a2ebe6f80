import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { openSession } from './open-session.ts'
import { SessionApp } from './session-app.tsx'
import { SessionProvider } from './session-provider.tsx'
import './session.css'

/** Turns `element` into the live interview and joins it: opens a new one, takes up one under way. */
export function mountSession(element: HTMLElement, sessionId: string): void {
  const session = openSession(sessionId)
  createRoot(element).render(
    <StrictMode>
      <SessionProvider session={session}>
        <SessionApp />
      </SessionProvider>
    </StrictMode>,
  )
  void session.join()
}
