import { median } from './figure.ts'

/** Median CPU time of one call in ms, over 15 calls after 5 to warm up. */
export function cpuMs(run: () => void): number {
  for (let i = 0; i < 5; i += 1) run()
  const times = Array.from({ length: 15 }, () => {
    const before = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return median(times)
}
