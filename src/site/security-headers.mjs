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

/**
 * The security headers of every response, static files included. server.mjs sets them for all; a middleware
 * sets the same where that server is not in front.
 *
 * @param {{ path: string, https: boolean }} request `path` starts with a slash; `https`: how the visitor
 *   came, also when a proxy in front ended the encryption
 * @returns {Record<string, string>}
 */
export function securityHeaders({ path, https }) {
  const microphone = path.startsWith('/session/') ? '(self)' : '()'
  return {
    'content-security-policy': POLICY,
    'cross-origin-opener-policy': 'same-origin',
    'permissions-policy': `camera=(), display-capture=(), geolocation=(), payment=(), usb=(), microphone=${microphone}`,
    'referrer-policy': 'same-origin',
    'x-content-type-options': 'nosniff',
    ...(https && { 'strict-transport-security': 'max-age=63072000' }),
  }
}
