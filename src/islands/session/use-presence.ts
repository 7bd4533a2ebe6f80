import { useEffect } from 'react'
import { useSession } from './session-provider.tsx'

/** Tells when the page is left and when it is back in front, and keeps the screen awake in between. */
export function usePresence(): void {
  const session = useSession()
  useEffect(() => {
    const { store } = session
    const back = () => session.comeBack()
    const leave = () => session.leave()
    const look = () => {
      const visible = document.visibilityState === 'visible'
      store.dispatch({ kind: 'visibility-changed', visible })
      if (visible) back()
    }
    const restored = (event: PageTransitionEvent) => {
      if (event.persisted) back()
    }
    addEventListener('pagehide', leave)
    addEventListener('pageshow', restored)
    document.addEventListener('visibilitychange', look)
    return () => {
      removeEventListener('pagehide', leave)
      removeEventListener('pageshow', restored)
      document.removeEventListener('visibilitychange', look)
    }
  }, [session])
  useWakeLock()
}

/** A browser that has no wake lock, or refuses one to save power, may dim the screen: nothing is lost. */
function useWakeLock(): void {
  useEffect(() => {
    if (!('wakeLock' in navigator)) return undefined
    let lock: WakeLockSentinel | undefined
    const request = async () => {
      lock = await navigator.wakeLock.request('screen').catch(() => undefined)
    }
    const hold = () => {
      if (document.visibilityState === 'visible') void request()
    }
    hold()
    document.addEventListener('visibilitychange', hold)
    return () => {
      document.removeEventListener('visibilitychange', hold)
      void lock?.release()
    }
  }, [])
}
