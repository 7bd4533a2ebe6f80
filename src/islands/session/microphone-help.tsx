import type { MicrophoneState } from '../../voice/voice-engine.ts'

const problems: Record<'denied' | 'absent' | 'lost', string> = {
  denied: 'This page may not use the microphone.',
  absent: 'No microphone was found that works.',
  lost: 'The microphone was unplugged or taken by another program.',
}

/** What to do about a microphone that cannot be used, in this browser. */
export function MicrophoneHelp({ state, onRetry }: { state: MicrophoneState; onRetry: () => void }) {
  if (state !== 'denied' && state !== 'absent' && state !== 'lost') return null
  return (
    <div role="alert" className="microphone-help">
      <p>
        <strong>{problems[state]}</strong>{' '}
        {state === 'denied'
          ? unblockHint(navigator.userAgent)
          : 'Plug one in or choose it in the system settings.'}
      </p>
      <button type="button" className="session-button" onClick={onRetry}>
        Try again
      </button>
    </div>
  )
}

function unblockHint(agent: string): string {
  if (/Firefox/.test(agent)) {
    return 'In Firefox: press the crossed-out microphone left of the address, remove the block, then try again.'
  }
  if (/Chrome|Chromium|Edg/.test(agent)) {
    return 'In Chrome or Edge: press the icon left of the address, turn Microphone on, then try again.'
  }
  if (/Safari/.test(agent)) {
    return 'In Safari: open Settings for This Website in the Safari menu, set Microphone to Allow, then try again.'
  }
  return 'Allow the microphone for this site in the settings of your browser, then try again.'
}
