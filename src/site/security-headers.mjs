const POLICY = [
  `default-src 'none'`,
  `script-src 'self'`,
  `style-src 'self'`,
  `img-src 'self' data:`,
  `font-src 'self'`,
  `connect-src 'self'`,
  `media-src 'self' blob:`,
  `worker-src 'self'`,
  `manifest-src 'self'`,
  `form-action 'self'`,
  `base-uri 'none'`,
  `frame-ancestors 'none'`,
  `object-src 'none'`,
].join('; ')

/** The voice on the device is a program of its own kind, run on the interview's page and in the workers it starts. */
const VOICE_POLICY = POLICY.replace(`script-src 'self'`, `script-src 'self' 'wasm-unsafe-eval'`)

/**
 * Where the interview's page may call besides its own site: the voice service, if there is one. Nothing when its
 * address is none, which the server then refuses by name.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {string} such as `wss://api.elevenlabs.io`, or an empty string
 */
export function voiceSocketOf({
  ELEVENLABS_API_KEY: key,
  ELEVENLABS_AGENT_ID: agent,
  ELEVENLABS_BASE_URL: base,
}) {
  if (!key || !agent) return ''
  const address = base || 'https://api.elevenlabs.io'
  return URL.canParse(address) ? new URL(address).origin.replace(/^http/, 'ws') : ''
}

/**
 * Where the page of the prices may send its form on to: the checkout of the store, if there is one.
 *
 * @param {Record<string, string | undefined>} environment
 * @returns {string} such as `https://*.lemonsqueezy.com`, or an empty string
 */
export function checkoutOf({ LEMONSQUEEZY_API_KEY: key, LEMONSQUEEZY_STORE_URL: store }) {
  if (!key) return ''
  if (!store) return 'https://*.lemonsqueezy.com'
  return URL.canParse(store) ? new URL(store).origin : ''
}

/** The editor's page comes from its package, with inline style, an inline loader, and calls to GitHub. */
const EDITOR_POLICY = POLICY.replace(`script-src 'self'`, `script-src 'self' 'unsafe-inline'`)
  .replace(`style-src 'self'`, `style-src 'self' 'unsafe-inline'`)
  .replace(`img-src 'self' data:`, `img-src 'self' data: blob: https://avatars.githubusercontent.com`)
  .replace(`connect-src 'self'`, `connect-src 'self' https://api.github.com`)

/**
 * The security headers of every response, static files included. server.mjs sets them for all; where Vercel serves,
 * scripts/finish-vercel-output.mjs writes the same into its rules.
 *
 * @param {{ path: string, https: boolean, voiceSocket?: string, checkout?: string }} request `path` starts with a slash; `https`: how the
 *   visitor came, also when a proxy in front ended the encryption; `voiceSocket`: see voiceSocketOf;
 *   `checkout`: see checkoutOf
 * @returns {Record<string, string>}
 */
export function securityHeaders({ path, https, voiceSocket = '', checkout = '' }) {
  const microphone = path.startsWith('/session/') ? '(self)' : '()'
  return {
    'content-security-policy': policyOf(path, voiceSocket, checkout),
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': `camera=(), display-capture=(), geolocation=(), payment=(), usb=(), microphone=${microphone}`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(https && { 'strict-transport-security': 'max-age=63072000' }),
  }
}

/**
 * @param {string} path
 * @param {string} voiceSocket
 * @param {string} checkout
 */
function policyOf(path, voiceSocket, checkout) {
  if (path === '/checkout')
    return POLICY.replace(`form-action 'self'`, `form-action 'self' ${checkout}`.trim())
  if (path === '/keystatic' || path.startsWith('/keystatic/')) return EDITOR_POLICY
  if (path.startsWith('/session/'))
    return VOICE_POLICY.replace(`connect-src 'self'`, `connect-src 'self' ${voiceSocket}`.trim())
  return path.startsWith('/_astro/') ? VOICE_POLICY : POLICY
}
