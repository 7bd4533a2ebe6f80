import { readFileSync } from 'node:fs'

/** Linux counts CPU time in hundredths of a second for all its programs. */
const TICK_MS = 10

/** What a process of this machine has used so far. */
export interface ProcessUsage {
  /** CPU time of all its threads, in ms, in steps of 10. */
  cpuMs: number
  /** Memory that is in use now, in MB. */
  memoryMb: number
}

/** Reads /proc, so on Linux only. @throws Error when there is no such process or no /proc. */
export function processUsage(pid: number): ProcessUsage {
  const afterName = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
  const [user, system] = [afterName[11], afterName[12]].map(Number)
  const resident = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
  return { cpuMs: ((user ?? 0) + (system ?? 0)) * TICK_MS, memoryMb: Number(resident) / 1024 }
}
