import { useState } from 'react'
import { FarPreflight } from './far-preflight.tsx'
import { LocalPreflight } from './local-preflight.tsx'
import type { PreflightProps } from './preflight-frame.tsx'

/** An interview by ElevenLabs, as it is offered to this visitor. */
export interface FarOffer {
  /** What it costs, in a few words; empty where it is free. */
  price: string
  /** Where a credit is bought, when there is none; null when nothing has to be bought. */
  buy: string | null
}

interface Offer extends Omit<PreflightProps, 'choice'> {
  far: FarOffer | null
}

/** Microphone, loudspeaker and what has to be fetched, before any clock runs. Typing is always there instead. */
export function Preflight({ far, ...props }: Offer) {
  const [isFar, setFar] = useState(far !== null && far.buy === null)
  const choice = far && <VoiceChoice far={far} isFar={isFar} onChange={setFar} />
  return isFar ? <FarPreflight {...props} choice={choice} /> : <LocalPreflight {...props} choice={choice} />
}

interface Choice {
  far: FarOffer
  isFar: boolean
  onChange: (isFar: boolean) => void
}

function VoiceChoice({ far: { price, buy }, isFar, onChange }: Choice) {
  const radio = (chosen: boolean, label: string, disabled: boolean) => (
    <label className="voice-choice">
      <input
        type="radio"
        name="voice"
        disabled={disabled}
        checked={isFar === chosen}
        onChange={() => onChange(chosen)}
      />
      {label}
    </label>
  )
  const costs = price === '' ? '' : ` (${price})`
  return (
    <fieldset className="preflight-voices">
      <legend>Who speaks and listens</legend>
      {radio(true, `ElevenLabs: a natural voice; what you say goes there as sound${costs}`, buy !== null)}
      {radio(false, `This device: a plain voice; no sound leaves it${price === '' ? '' : ' (free)'}`, false)}
      {buy !== null && (
        <p className="session-hint">
          <a href={buy}>Buy a credit</a> to choose ElevenLabs. Your plan stays as it is.
        </p>
      )}
    </fieldset>
  )
}
