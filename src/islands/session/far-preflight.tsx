import { useEffect, useState } from 'react'
import type { FarVoice } from './engine.ts'
import { farManner, fetchFarVoice } from './engine.ts'
import { PreflightFrame } from './preflight-frame.tsx'
import type { PreflightProps } from './preflight-frame.tsx'
import { MicrophoneStep, RecordingStep, SpeakerStep } from './preflight-steps.tsx'
import { useMicrophone } from './use-microphone.ts'

const LEAD =
  'You talk to a program. ElevenLabs hears you, turns your voice into words and speaks the lines of the interviewer; the words go to the server you are using.'
const FAILED =
  'The connection to ElevenLabs could not be fetched. Reload the page, or use this device’s voice.'

/** Before an interview that ElevenLabs speaks and hears. */
export function FarPreflight({ onSpeak, onType, choice }: PreflightProps) {
  const [voice, setVoice] = useState<FarVoice | null>(null)
  const [problem, setProblem] = useState('')
  const microphone = useMicrophone(voice)
  const [record, setRecord] = useState(false)
  useEffect(() => {
    fetchFarVoice().then(setVoice, () => setProblem(FAILED))
  }, [])
  const { deviceId } = microphone
  const begin = voice && (() => onSpeak(farManner(voice, { deviceId, record })))
  return (
    <PreflightFrame lead={LEAD} choice={choice} microphone={microphone} onBegin={begin} onType={onType}>
      {problem === '' ? (
        <MicrophoneStep microphone={microphone} />
      ) : (
        <li>
          <p role="alert">{problem}</p>
        </li>
      )}
      <SpeakerStep />
      <RecordingStep record={record} onChange={setRecord}>
        Off unless you agree: then the call is also kept on the server you are using, and the report plays
        each finding. The copy at ElevenLabs is deleted within minutes of the end of the interview, and after
        seven days at the latest, whatever you choose here.
      </RecordingStep>
    </PreflightFrame>
  )
}
