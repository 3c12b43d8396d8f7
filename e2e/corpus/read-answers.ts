import type { EngineClient } from '../world/engine.ts'
import type { Json } from './scrub.ts'

const ROUTES = [
  '/global/health',
  '/project',
  '/experimental/session?limit=200',
  '/session/status',
  '/permission',
  '/question',
  '/pty',
  '/agent',
  '/config',
  '/config/providers',
]

/** Answers by route; `{id}` stands for a session's. */
export async function readAnswers(engine: EngineClient): Promise<Record<string, Json>> {
  const answers: Record<string, Json> = {}
  for (const route of ROUTES) answers[route.replace(/\?.*/, '')] = await engine.ask<Json>(route)
  const sessions = await engine.ask<{ id: string }[]>('/experimental/session?limit=200')
  const ofEach = (route: string) =>
    Promise.all(sessions.map(({ id }) => engine.ask<Json>(`/session/${id}${route}`)))
  answers['/session/{id}'] = await ofEach('')
  answers['/session/{id}/message'] = (await ofEach('/message')).flat()
  answers['/session/{id}/todo'] = (await ofEach('/todo')).flat()
  answers['/session/{id}/diff'] = (await ofEach('/diff')).flat()
  return answers
}
