import type { APIRoute } from 'astro'
import { runningServer } from '../../api/running-server.ts'
import { peerOf } from '../../site/peer-of.ts'

export const prerender = false

export const ALL: APIRoute = (context) =>
  runningServer().app.fetch(context.request, { peer: peerOf(context) })
