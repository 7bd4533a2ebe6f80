import type { Page } from 'playwright-core'

/**
 * What of somebody's words became more than text on the page: a script that ran, a handler, an element that loads or
 * restyles, an address that runs something or leads to the attacks' host. Empty when all of it is text.
 */
export function activeParts(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = [...document.querySelectorAll('*')]
    const handlers = named.flatMap((element) =>
      element.getAttributeNames().filter((name) => name.startsWith('on')),
    )
    const foreign = document.querySelectorAll(
      'script:not([src]), iframe, base, meta[http-equiv], style, object, embed, form[action^="javascript"]',
    )
    const addresses = [...document.querySelectorAll('[href], [src], [action]')]
      .map((element) => ['href', 'src', 'action'].map((name) => element.getAttribute(name) ?? '').join(''))
      .filter((address) => /^\s*(javascript|data|vbscript):|127\.0\.0\.2/i.test(address))
    return [
      ...(Object.hasOwn(window, '__pwned') ? ['a script ran'] : []),
      ...handlers.map((name) => `handler ${name}`),
      ...[...foreign].map(({ tagName }) => `element ${tagName}`),
      ...addresses.map((address) => `address ${address}`),
    ]
  })
}
