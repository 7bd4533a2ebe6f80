const FAILED = 'The interview could not be loaded. Check the network, then press the button again.'

/** Shows the Join button, and on its press loads the interview and gives it the page. */
export function joinSession(): void {
  const join = document.querySelector<HTMLButtonElement>('#join')
  const live = document.querySelector<HTMLElement>('#live')
  const problem = document.querySelector<HTMLElement>('#join-problem')
  const sessionId = live?.dataset.sessionId
  if (!join || !live || !problem || !sessionId) return
  join.hidden = false
  join.addEventListener('click', () => {
    void mount(join, live, problem, sessionId)
  })
}

async function mount(
  join: HTMLButtonElement,
  live: HTMLElement,
  problem: HTMLElement,
  sessionId: string,
): Promise<void> {
  join.disabled = true
  problem.textContent = ''
  problem.classList.remove('shown')
  try {
    const { mountSession } = await import('../islands/session/mount.tsx')
    live.hidden = false
    document.documentElement.dataset.live = ''
    mountSession(live, sessionId)
  } catch {
    live.hidden = true
    delete document.documentElement.dataset.live
    join.disabled = false
    problem.textContent = FAILED
    problem.classList.add('shown')
  }
}
