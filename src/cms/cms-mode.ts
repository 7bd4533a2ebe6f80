/** What a hosted CMS cannot do without. */
const HOSTED = [
  'PUBLIC_KEYSTATIC_GITHUB_REPO',
  'PUBLIC_KEYSTATIC_GITHUB_APP_SLUG',
  'KEYSTATIC_GITHUB_CLIENT_ID',
  'KEYSTATIC_GITHUB_CLIENT_SECRET',
  'KEYSTATIC_SECRET',
] as const

type Environment = Record<string, string | undefined>

/**
 * How the CMS is there: `github` when all its settings are, `local` only where a development server was asked for it
 * (a local CMS writes files for whoever reaches it, without a login), else not at all.
 *
 * @throws Error that names the settings that are missing when some are there
 */
export function cmsMode(env: Environment, isDevServer: boolean): 'github' | 'local' | 'off' {
  const missing = HOSTED.filter((name) => !env[name])
  if (missing.length === 0) return 'github'
  if (missing.length < HOSTED.length) {
    throw new Error(`The CMS lacks ${missing.join(', ')}: set them too, or none of them. See .env.example.`)
  }
  return isDevServer && env.OFFHOOK_CMS === 'local' ? 'local' : 'off'
}
