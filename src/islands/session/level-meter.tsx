import { useEffect, useRef } from 'react'

/** A calm voice close by; louder fills the bar. */
const FULL = 0.2

/** How loud the microphone is, drawn as it changes and without a render. */
export function LevelMeter({ level, label }: { level: () => number; label: string }) {
  const meter = useRef<HTMLMeterElement>(null)
  useEffect(() => {
    let frame = 0
    const draw = () => {
      if (meter.current) meter.current.value = Math.min(1, Math.sqrt(level() / FULL))
      frame = requestAnimationFrame(draw)
    }
    draw()
    return () => cancelAnimationFrame(frame)
  }, [level])
  return <meter ref={meter} className="level-meter" min={0} max={1} value={0} aria-label={label} />
}
