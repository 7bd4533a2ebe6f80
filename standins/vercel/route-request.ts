import { existsSync, statSync } from 'node:fs'
import { join, normalize } from 'node:path'
import type { OutputConfig } from './output-config.ts'

/** Where a request ends up, and the headers that the rules on its way set. */
export interface Routed {
  headers: Record<string, string>
  /** A file of `static`, with its status, or a function by name; neither: there is nothing. */
  file?: { path: string; status: number }
  functionName?: string
}

/** Leads a path through the rules of an output: the file system first where they say so, else the first that has a `dest`. */
export function routeRequest(folder: string, { routes }: OutputConfig, path: string): Routed {
  const headers: Record<string, string> = {}
  for (const route of routes) {
    if ('handle' in route) {
      const file = fileAt(folder, path)
      if (file) return { headers, file: { path: file, status: 200 } }
      continue
    }
    if (!new RegExp(route.src).test(path)) continue
    Object.assign(headers, route.headers)
    if (route.continue || route.dest === undefined) continue
    const file = fileAt(folder, route.dest)
    if (file) return { headers, file: { path: file, status: route.status ?? 200 } }
    return { headers, functionName: route.dest }
  }
  return { headers }
}

/** The file that a path names, or the index of the folder that it names. */
function fileAt(folder: string, path: string): string | undefined {
  const named = join(folder, 'static', normalize(`/${decodeURIComponent(path)}`))
  return [named, join(named, 'index.html')].find((each) => existsSync(each) && statSync(each).isFile())
}
