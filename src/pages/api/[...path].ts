import type { APIRoute } from 'astro'
import { compose } from '../../api/compose.ts'

export const prerender = false

export const ALL: APIRoute = ({ request }) => compose().app.fetch(request)
