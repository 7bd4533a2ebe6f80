import { useEffect, useRef, useState } from 'react'
import type { LocalVoice, Microphone } from '../../voice/local-voice.ts'
import { NoMicrophone } from '../../voice/local-voice.ts'
import type { MicrophoneState } from '../../voice/voice-engine.ts'
import type { Device } from './list-microphones.ts'
import { listMicrophones } from './list-microphones.ts'

/** A microphone to look at before the interview; it is closed again before the engine opens its own. */
export function useMicrophone(voice: Pick<LocalVoice, 'openMicrophone'> | null) {
  const open = useRef<Microphone | null>(null)
  const [state, setState] = useState<MicrophoneState>('starting')
  const [devices, setDevices] = useState<Device[]>([])
  const [deviceId, setDeviceId] = useState<string>()
  const [attempt, setAttempt] = useState(1)
  useEffect(() => {
    if (!voice) return undefined
    let isCurrent = true
    const begin = async () => {
      const microphone = await voice.openMicrophone({
        deviceId,
        onFrame: () => undefined,
        onLost: () => isCurrent && setState('lost'),
      })
      if (!isCurrent) return microphone.close()
      open.current = microphone
      setState('on')
      setDevices(await listMicrophones())
    }
    begin().catch((error: unknown) => {
      if (isCurrent) setState(error instanceof NoMicrophone ? error.state : 'absent')
    })
    return () => {
      isCurrent = false
      open.current?.close()
      open.current = null
    }
  }, [voice, deviceId, attempt])
  return {
    state,
    devices,
    deviceId,
    level: () => open.current?.level() ?? 0,
    choose: setDeviceId,
    close: () => open.current?.close(),
    retry() {
      setState('starting')
      setAttempt(attempt + 1)
    },
  }
}
