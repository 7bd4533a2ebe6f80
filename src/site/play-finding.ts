/** What is heard now: the button that was pressed, and where to stop, in seconds. */
let playing: { button: HTMLButtonElement; to: number } | undefined
/** One for the page, so that two are never heard at once. */
const audio = new Audio()
audio.preload = 'none'

function fallSilent(): void {
  playing?.button.setAttribute('aria-pressed', 'false')
  playing = undefined
  audio.pause()
}

async function play(button: HTMLButtonElement, { src = '', from, to }: DOMStringMap): Promise<void> {
  fallSilent()
  playing = { button, to: Number(to) }
  button.setAttribute('aria-pressed', 'true')
  const address = new URL(src, location.href).href
  if (audio.src !== address) audio.src = address
  audio.currentTime = Number(from)
  try {
    await audio.play()
  } catch {
    if (playing?.button !== button || !audio.error) return
    fallSilent()
    audio.removeAttribute('src')
    button.textContent = 'Could not be played'
  }
}

audio.addEventListener('timeupdate', () => {
  if (playing && audio.currentTime >= playing.to) fallSilent()
})
audio.addEventListener('ended', fallSilent)
audio.addEventListener('pause', () => {
  if (audio.paused) fallSilent()
})

/**
 * `<play-finding data-src data-from data-to>` around a link to the audio: becomes a button that plays from the second
 * `data-from` to `data-to`, and pressed again is silent.
 */
class PlayFinding extends HTMLElement {
  connectedCallback(): void {
    const link = this.querySelector('a')
    if (!link) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = link.className
    button.setAttribute('aria-pressed', 'false')
    button.append(...link.childNodes)
    button.addEventListener('click', () => {
      if (playing?.button === button) fallSilent()
      else void play(button, this.dataset)
    })
    this.replaceChildren(button)
  }
}

/** Lets the report's `<play-finding>` be pressed. */
export function definePlayFinding(): void {
  customElements.define('play-finding', PlayFinding)
}
