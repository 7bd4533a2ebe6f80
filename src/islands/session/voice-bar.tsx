import { useEffect, useState } from 'react'
import { SPEEDS } from '../../voice/voice-engine.ts'
import type { MicrophoneState } from '../../voice/voice-engine.ts'
import { DeviceChoice } from './device-choice.tsx'
import { LevelMeter } from './level-meter.tsx'
import type { Device } from './list-microphones.ts'
import { listMicrophones } from './list-microphones.ts'
import { MicrophoneHelp } from './microphone-help.tsx'
import { useModel, useSession } from './session-provider.tsx'

const words: Record<MicrophoneState, string> = {
  starting: 'Opening the microphone',
  on: 'Microphone on',
  muted: 'Muted',
  denied: 'Microphone blocked',
  absent: 'No microphone',
  lost: 'Microphone lost',
}

/** Microphone, speed, and the key that ends an answer; only where the interview is held by voice. */
export function VoiceBar() {
  const session = useSession()
  const microphone = useModel((model) => model.microphone)
  const pushToTalk = useModel((model) => model.pushToTalk)
  if (!microphone) return null
  return (
    <div className="voice-bar" role="group" aria-label="Voice">
      <p className="voice-state" role="status" data-microphone={microphone}>
        {words[microphone]}
      </p>
      <LevelMeter level={session.level} label="Microphone level" />
      {pushToTalk ? <TalkButton /> : <MuteButton muted={microphone === 'muted'} />}
      <label className="voice-choice">
        <input
          type="checkbox"
          checked={pushToTalk}
          onChange={(event) => session.setPushToTalk(event.target.checked)}
        />
        Push to talk
      </label>
      <SpeedChoice />
      <MicrophoneChoice />
      <MicrophoneHelp state={microphone} onRetry={() => location.reload()} />
    </div>
  )
}

function MuteButton({ muted }: { muted: boolean }) {
  const session = useSession()
  return (
    <button
      type="button"
      className="session-button"
      aria-pressed={muted}
      onClick={() => session.mute(!muted)}
    >
      Mute <kbd aria-hidden="true">M</kbd>
    </button>
  )
}

/** Heard for as long as it is pressed. */
function TalkButton() {
  const session = useSession()
  return (
    <button
      type="button"
      className="session-button session-button-filled"
      onPointerDown={() => session.talk(true)}
      onPointerUp={() => session.talk(false)}
      onPointerCancel={() => session.talk(false)}
      onKeyDown={(event) => event.key === ' ' && !event.repeat && session.talk(true)}
      onKeyUp={(event) => event.key === ' ' && session.talk(false)}
    >
      Press and speak
    </button>
  )
}

/** The microphones that are plugged in now, to change to in the middle of a call. */
function MicrophoneChoice() {
  const session = useSession()
  const isOn = useModel((model) => model.microphone === 'on')
  const [devices, setDevices] = useState<Device[]>([])
  const [chosen, setChosen] = useState(session.device)
  useEffect(() => {
    const { mediaDevices } = navigator
    const list = () => void listMicrophones().then(setDevices)
    list()
    mediaDevices.addEventListener('devicechange', list)
    return () => mediaDevices.removeEventListener('devicechange', list)
  }, [isOn])
  const choose = (deviceId: string) => {
    setChosen(deviceId)
    session.listenWith(deviceId)
  }
  return <DeviceChoice className="voice-choice" devices={devices} chosen={chosen} onChoose={choose} />
}

function SpeedChoice() {
  const session = useSession()
  const speed = useModel((model) => model.speed)
  return (
    <label className="voice-choice">
      {session.canChangeSpeed ? 'Speed' : 'Speed, once dialled again'}
      <select
        value={speed}
        onChange={(event) => {
          const chosen = SPEEDS.find((each) => String(each) === event.target.value)
          if (chosen) session.setSpeed(chosen)
        }}
      >
        {SPEEDS.map((each) => (
          <option key={each} value={each}>
            {each}
          </option>
        ))}
      </select>
    </label>
  )
}
