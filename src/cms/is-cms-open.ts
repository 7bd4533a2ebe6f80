import { cmsMode } from './cms-mode.ts'

/** Whether the CMS may answer. What the build mounted stays shut where a setting is missing when it runs. */
export function isCmsOpen(env: Record<string, string | undefined>, isDevServer: boolean): boolean {
  try {
    return cmsMode(env, isDevServer) !== 'off'
  } catch {
    return false
  }
}
