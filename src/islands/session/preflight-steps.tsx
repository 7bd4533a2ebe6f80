import type { ReactNode } from 'react'
import type { LocalVoice } from '../../voice/local-voice.ts'
import { DeviceChoice } from './device-choice.tsx'
import { LevelMeter } from './level-meter.tsx'
import { MicrophoneHelp } from './microphone-help.tsx'
import type { useLoading } from './use-loading.ts'
import type { useMicrophone } from './use-microphone.ts'

const TEST_LINE = 'This is how I sound. If you can hear me, you are ready.'

/** The microphone with its level, its device, and help where there is none. */
export function MicrophoneStep({ microphone }: { microphone: ReturnType<typeof useMicrophone> }) {
  const { state, devices, deviceId, choose, retry, level } = microphone
  return (
    <li>
      <h2>Microphone</h2>
      {state === 'starting' && <p role="status">Your browser asks whether this page may use it.</p>}
      {state === 'on' && (
        <>
          <LevelMeter level={level} label="Microphone level" />
          <p className="session-hint">Say a few words: the bar moves with your voice.</p>
        </>
      )}
      {(state === 'denied' || state === 'absent' || state === 'lost') && (
        <MicrophoneHelp state={state} onRetry={retry} />
      )}
      {state === 'on' && (
        <DeviceChoice className="preflight-device" devices={devices} chosen={deviceId} onChoose={choose} />
      )}
    </li>
  )
}

/** What is fetched of the voice on this device. */
export function LoadingStep({ share, problem, size, choose, retry }: ReturnType<typeof useLoading>) {
  const isDone = share === 1
  return (
    <li>
      <h2>Hearing and voice</h2>
      <progress
        className="preflight-progress"
        max={1}
        value={share}
        aria-label="Fetched of what listens and speaks"
      />
      <p role="status">
        {problem !== ''
          ? problem
          : isDone
            ? 'Ready, and kept in this browser.'
            : `${Math.floor(share * 100)} percent fetched from this site.`}
      </p>
      {problem !== '' && (
        <button type="button" className="session-button" onClick={retry}>
          Try again
        </button>
      )}
      {isDone && size === 'tiny' && (
        <button type="button" className="session-button-plain" onClick={() => choose('base')}>
          Fetch the recogniser that hears names better, 63 MB more
        </button>
      )}
    </li>
  )
}

/** Advice on the loudspeaker, and what tries it, where something does. */
export function SpeakerStep({ children }: { children?: ReactNode }) {
  return (
    <li>
      <h2>Loudspeaker</h2>
      {children}
      <p className="session-hint">
        Headphones keep the interviewer out of your microphone. Every line is also written.
      </p>
    </li>
  )
}

/** A line to try the loudspeaker with. */
export function TestLine({ voice }: { voice: LocalVoice | null }) {
  return (
    <button type="button" className="session-button" disabled={!voice} onClick={() => voice?.say(TEST_LINE)}>
      Play a line
    </button>
  )
}

interface RecordingProps {
  record: boolean
  onChange: (record: boolean) => void
  /** Who hears and keeps what. */
  children: ReactNode
}

/** Whether the candidate's voice is kept; off unless they agree. */
export function RecordingStep({ record, onChange, children }: RecordingProps) {
  return (
    <li>
      <h2>Recording</h2>
      <label className="voice-choice">
        <input type="checkbox" checked={record} onChange={(event) => onChange(event.target.checked)} />
        Keep my voice with the report
      </label>
      <p className="session-hint">{children}</p>
    </li>
  )
}
