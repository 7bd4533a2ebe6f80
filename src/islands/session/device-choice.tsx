import type { Device } from './list-microphones.ts'

interface DeviceChoiceProps {
  devices: readonly Device[]
  /** Undefined for the browser's default, which comes first. */
  chosen: string | undefined
  onChoose: (deviceId: string) => void
  className: string
}

/** Which microphone is used; nothing where there is no choice. */
export function DeviceChoice({ devices, chosen, onChoose, className }: DeviceChoiceProps) {
  if (devices.length < 2) return null
  return (
    <label className={className}>
      Device
      <select value={chosen ?? devices[0]?.id} onChange={(event) => onChoose(event.target.value)}>
        {devices.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
