import type { OpenAPIHono } from '@hono/zod-openapi'
import { createRoute, z } from '@hono/zod-openapi'
import { PublicPlan } from '../../wire/public-plan.ts'
import {
  CorrectPlan,
  CreateSession,
  Deleted,
  SessionCreated,
  SessionList,
  SessionView,
  SnippetView,
} from '../../wire/sessions.ts'
import { forgetOwner, ownerOf, ownerOrNew } from '../context.ts'
import type { Dependencies } from '../dependencies.ts'
import { correctPlan } from '../usecases/correct-plan.ts'
import { createSession } from '../usecases/create-session.ts'
import { deleteEverything } from '../usecases/delete-everything.ts'
import { deleteSession } from '../usecases/delete-session.ts'
import { listSessions } from '../usecases/list-sessions.ts'
import { readSnippet } from '../usecases/read-snippet.ts'
import { viewSession } from '../usecases/view-session.ts'
import { json, jsonBody, refusals, sessionParams } from './route-parts.ts'

const createRoutes = {
  create: createRoute({
    method: 'post',
    path: '/sessions',
    summary: 'Read a job description and make a plan',
    request: { body: jsonBody(CreateSession) },
    responses: { 201: json('The plan, ready to be corrected', SessionCreated), ...refusals },
  }),
  list: createRoute({
    method: 'get',
    path: '/sessions',
    summary: 'Own sessions, newest first',
    responses: { 200: json('Sessions', SessionList) },
  }),
  view: createRoute({
    method: 'get',
    path: '/sessions/{id}',
    summary: 'State and public events',
    request: {
      params: sessionParams,
      query: z.object({ from: z.coerce.number().int().nonnegative().default(0) }),
    },
    responses: { 200: json('The session after `from`', SessionView), ...refusals },
  }),
  correct: createRoute({
    method: 'patch',
    path: '/sessions/{id}/plan',
    summary: 'Correct the plan before the interview starts',
    request: { params: sessionParams, body: jsonBody(CorrectPlan) },
    responses: { 200: json('The corrected plan', PublicPlan), ...refusals },
  }),
  remove: createRoute({
    method: 'delete',
    path: '/sessions/{id}',
    summary: 'Delete a session for good, with its recordings and links',
    request: { params: sessionParams },
    responses: { 204: { description: 'Deleted' }, ...refusals },
  }),
  removeAll: createRoute({
    method: 'delete',
    path: '/me',
    summary: 'Delete everything of this browser’s owner, and forget the owner',
    responses: { 200: json('What was deleted, and what others have still to confirm', Deleted), ...refusals },
  }),
  snippet: createRoute({
    method: 'get',
    path: '/sessions/{id}/snippets/{snippetId}',
    summary: 'Code of a snippet, once shown',
    request: { params: sessionParams.extend({ snippetId: z.string() }) },
    responses: { 200: json('Highlighted lines, plain text and log', SnippetView), ...refusals },
  }),
}

/** Sessions: make, list, look at, correct, and the code shown in them. */
export function addSessionRoutes(app: OpenAPIHono, dependencies: Dependencies): void {
  app.openapi(createRoutes.create, async (c) => {
    return c.json(await createSession(dependencies, c.req.valid('json'), ownerOrNew(c, dependencies)), 201)
  })
  app.openapi(createRoutes.list, async (c) => {
    return c.json({ sessions: await listSessions(dependencies, ownerOf(c, dependencies)) }, 200)
  })
  app.openapi(createRoutes.view, async (c) => {
    const { id: sessionId } = c.req.valid('param')
    return c.json(
      await viewSession(dependencies, sessionId, ownerOf(c, dependencies), c.req.valid('query').from),
      200,
    )
  })
  app.openapi(createRoutes.correct, async (c) => {
    const { id: sessionId } = c.req.valid('param')
    return c.json(
      await correctPlan(dependencies, sessionId, ownerOf(c, dependencies), c.req.valid('json')),
      200,
    )
  })
  app.openapi(createRoutes.remove, async (c) => {
    await deleteSession(dependencies, c.req.valid('param').id, ownerOf(c, dependencies))
    return c.body(null, 204)
  })
  app.openapi(createRoutes.removeAll, async (c) => {
    const deleted = await deleteEverything(dependencies, ownerOf(c, dependencies))
    forgetOwner(c, dependencies)
    return c.json(deleted, 200)
  })
  app.openapi(createRoutes.snippet, async (c) => {
    const { id: sessionId, snippetId } = c.req.valid('param')
    return c.json(await readSnippet(dependencies, sessionId, ownerOf(c, dependencies), snippetId), 200)
  })
}
