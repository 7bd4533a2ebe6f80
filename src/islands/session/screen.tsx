import { useEffect, useRef, useState } from 'react'
import { Announcer } from './announcer.tsx'
import { EndDialog } from './end-dialog.tsx'
import { NarrowScreen } from './narrow-screen.tsx'
import type { Tab } from './narrow-screen.tsx'
import type { Shortcut } from './read-shortcut.ts'
import { useModel, useSession } from './session-provider.tsx'
import { ShortcutSheet } from './shortcut-sheet.tsx'
import { useMedia } from './use-media.ts'
import { usePresence } from './use-presence.ts'
import { useShortcuts } from './use-shortcuts.ts'
import { WideScreen } from './wide-screen.tsx'

/** The tab of a narrow screen: code that comes on screen is what is to be looked at, and it goes with it. */
function useTab() {
  const snippetId = useModel((model) => model.state?.snippet?.snippetId)
  const [shown, setShown] = useState<string>()
  const [tab, setTab] = useState<Tab>('transcript')
  if (shown !== snippetId) {
    setShown(snippetId)
    if (snippetId) setTab('code')
    else if (tab === 'code') setTab('transcript')
  }
  return [tab, setTab] as const
}

/** The interview: columns where there is room, tabs where there is not. */
export function Screen() {
  const session = useSession()
  const isWide = useMedia('(min-width: 1080px)')
  const silent = useModel((model) => model.microphone === null)
  const [dialog, setDialog] = useState<'end' | 'help' | null>(null)
  const [tab, setTab] = useTab()
  const answer = useRef<HTMLTextAreaElement>(null)
  const note = useRef<HTMLTextAreaElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  usePresence()
  useShortcuts((shortcut) => {
    if (shortcut === 'note') setTab('notes')
    if (shortcut === 'code') setTab('code')
    if (shortcut === 'help') return setDialog('help')
    act(shortcut)
  })
  useEffect(() => {
    const types = silent && matchMedia('(min-width: 1080px) and (pointer: fine)').matches
    const first = types ? answer.current : title.current
    first?.focus()
  }, [silent])
  const act = (shortcut: Shortcut) => {
    const { store } = session
    switch (shortcut) {
      case 'interrupt':
        return session.interrupt()
      case 'done':
        return session.finishAnswer()
      case 'mute':
        return session.mute(store.get().microphone !== 'muted')
      case 'hold':
        return session.hold(!store.get().state?.onHold)
      case 'mark':
        return session.mark()
      case 'answer':
        return answer.current?.focus()
      case 'note':
        return void requestAnimationFrame(() => note.current?.focus())
      case 'code':
        return void requestAnimationFrame(() =>
          document.querySelector<HTMLElement>('[data-focus="code"]')?.focus(),
        )
      case 'help':
        return
    }
  }
  const parts = { answer, note, onEnd: () => setDialog('end'), onHelp: () => setDialog('help') }
  return (
    <div className={isWide ? 'session session-wide' : 'session session-narrow'}>
      <h1 className="sr-only" ref={title} tabIndex={-1}>
        Interview
      </h1>
      {silent && <Announcer />}
      {isWide ? <WideScreen {...parts} /> : <NarrowScreen {...parts} tab={tab} onTab={setTab} />}
      {dialog === 'end' && <EndDialog onClose={() => setDialog(null)} />}
      {dialog === 'help' && <ShortcutSheet onClose={() => setDialog(null)} />}
    </div>
  )
}
