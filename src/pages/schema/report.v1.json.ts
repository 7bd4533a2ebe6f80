import type { APIRoute } from 'astro'
import { reportSchema } from '../../domain/report/report-schema.ts'

export const prerender = true

/** The published schema of every JSON export. */
export const GET: APIRoute = () => Response.json(reportSchema())
