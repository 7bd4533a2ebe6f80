import type { Joining } from '../islands/session/mount.tsx'

const FAILED = 'The interview could not be loaded. Check the network, then press the button again.'

/** Shows the buttons that join, and on a press loads the interview and gives it the page. */
export function joinSession(): void {
  const buttons = document.querySelectorAll<HTMLButtonElement>('[data-join]')
  const live = document.querySelector<HTMLElement>('#live')
  const problem = document.querySelector<HTMLElement>('#join-problem')
  const sessionId = live?.dataset.sessionId
  if (!live || !problem || !sessionId) return
  const disable = (disabled: boolean) => {
    for (const button of buttons) button.disabled = disabled
  }
  for (const button of buttons) {
    button.hidden = false
    button.addEventListener('click', () => {
      const manner = button.dataset.join === 'voice' ? 'voice' : 'typed'
      const { elevenlabs: price, buy } = live.dataset
      const far = price === undefined ? null : { price, buy: buy ?? null }
      void mount({ live, problem, disable }, { sessionId, manner, far })
    })
  }
}

interface Page {
  live: HTMLElement
  problem: HTMLElement
  disable: (disabled: boolean) => void
}

async function mount({ live, problem, disable }: Page, joining: Joining): Promise<void> {
  disable(true)
  problem.textContent = ''
  problem.classList.remove('shown')
  try {
    const { mountSession } = await import('../islands/session/mount.tsx')
    live.hidden = false
    document.documentElement.dataset.live = ''
    mountSession(live, joining)
  } catch {
    live.hidden = true
    delete document.documentElement.dataset.live
    disable(false)
    problem.textContent = FAILED
    problem.classList.add('shown')
  }
}
