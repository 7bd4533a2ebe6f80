import { useState } from 'react'
import { localManner } from './engine.ts'
import { PreflightFrame } from './preflight-frame.tsx'
import type { PreflightProps } from './preflight-frame.tsx'
import { LoadingStep, MicrophoneStep, RecordingStep, SpeakerStep, TestLine } from './preflight-steps.tsx'
import { useLoading } from './use-loading.ts'
import { useMicrophone } from './use-microphone.ts'

const LEAD =
  'You talk to a program on this device. Your voice is turned into words here; the words go to the server you are using, the sound only if you agree to a recording.'

/** Before an interview that speaks and listens on this device. */
export function LocalPreflight({ onSpeak, onType, choice }: PreflightProps) {
  const loading = useLoading()
  const microphone = useMicrophone(loading.voice)
  const [record, setRecord] = useState(false)
  const { deviceId } = microphone
  const voice = loading.share === 1 ? loading.voice : null
  const begin = voice && (() => onSpeak(localManner(voice, { deviceId, record })))
  return (
    <PreflightFrame lead={LEAD} choice={choice} microphone={microphone} onBegin={begin} onType={onType}>
      <MicrophoneStep microphone={microphone} />
      <LoadingStep {...loading} />
      <SpeakerStep>
        <TestLine voice={voice} />
      </SpeakerStep>
      <RecordingStep record={record} onChange={setRecord}>
        What you say is then kept on the server you are using, and the report plays each finding. Off unless
        you agree.
      </RecordingStep>
    </PreflightFrame>
  )
}
