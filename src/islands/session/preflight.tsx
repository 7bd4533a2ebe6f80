import { useState } from 'react'
import { FarPreflight } from './far-preflight.tsx'
import { LocalPreflight } from './local-preflight.tsx'
import type { PreflightProps } from './preflight-frame.tsx'

interface Offer extends Omit<PreflightProps, 'choice'> {
  offersElevenLabs: boolean
}

/** Microphone, loudspeaker and what has to be fetched, before any clock runs. Typing is always there instead. */
export function Preflight({ offersElevenLabs, ...props }: Offer) {
  const [isFar, setFar] = useState(offersElevenLabs)
  const choice = offersElevenLabs && <VoiceChoice isFar={isFar} onChange={setFar} />
  return isFar ? <FarPreflight {...props} choice={choice} /> : <LocalPreflight {...props} choice={choice} />
}

function VoiceChoice({ isFar, onChange }: { isFar: boolean; onChange: (isFar: boolean) => void }) {
  const radio = (far: boolean, label: string) => (
    <label className="voice-choice">
      <input type="radio" name="voice" checked={isFar === far} onChange={() => onChange(far)} />
      {label}
    </label>
  )
  return (
    <fieldset className="preflight-voices">
      <legend>Who speaks and listens</legend>
      {radio(true, 'ElevenLabs: a natural voice; what you say goes there as sound')}
      {radio(false, 'This device: a plain voice; no sound leaves it')}
    </fieldset>
  )
}
