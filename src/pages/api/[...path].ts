import type { APIRoute } from 'astro'
import { runningServer } from '../../api/running-server.ts'

export const prerender = false

export const ALL: APIRoute = ({ request }) => runningServer().app.fetch(request)
