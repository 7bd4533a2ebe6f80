import { useEffect, useRef, useState } from 'react'
import type { LocalVoice, RecogniserSize } from '../../voice/local-voice.ts'
import { fetchLocalVoice } from './engine.ts'

const FAILED = 'It could not be fetched. Check the network, then try again, or type instead.'

/** Fetches the voice on this device, and tells how much of it is there. */
export function useLoading() {
  const fetched = useRef<Promise<LocalVoice>>(undefined)
  const [voice, setVoice] = useState<LocalVoice | null>(null)
  const [size, setSize] = useState<RecogniserSize>('tiny')
  const [share, setShare] = useState(0)
  const [problem, setProblem] = useState('')
  const [attempt, setAttempt] = useState(1)
  useEffect(() => {
    let isCurrent = true
    const load = async () => {
      fetched.current ??= fetchLocalVoice()
      const local = await fetched.current
      if (isCurrent) setVoice(local)
      await local.load(size, (loaded) => isCurrent && setShare(Math.min(loaded, 0.99)))
      if (isCurrent) setShare(1)
    }
    load().catch(() => isCurrent && setProblem(FAILED))
    return () => {
      isCurrent = false
    }
  }, [size, attempt])
  return {
    voice,
    size,
    share,
    problem,
    choose(next: RecogniserSize) {
      setShare(0)
      setSize(next)
    },
    retry() {
      fetched.current = undefined
      setProblem('')
      setShare(0)
      setAttempt(attempt + 1)
    },
  }
}
