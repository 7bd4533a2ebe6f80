/** Why a call did not do what it was asked, in words for the page. Codes are the API's own, and `network`. */
export interface ClientFault {
  code: string
  message: string
  hint: string
}

export type Result<T> = { ok: true; value: T } | { ok: false; fault: ClientFault }

/** The device cannot reach the server. */
export const unreachable: ClientFault = {
  code: 'network',
  message: 'The server cannot be reached.',
  hint: 'Check the network. What you typed is kept.',
}

/** The server answered something that no version of it should. */
export const unreadable: ClientFault = {
  code: 'unreadable',
  message: 'The server gave an answer this page does not understand.',
  hint: 'Reload the page. Nothing you said is lost.',
}
