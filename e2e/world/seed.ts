/** Sessions in every state that the console shows. */
import { until, type EngineClient } from './engine.ts'

export interface Seeded {
  finished: string
  permission: string
  question: string
  working: string
}

/**
 * Resolves when each session has reached its state. One after the other, because the engine counts whatever changes in a project during a
 * turn as that turn's; titled by hand, because the engine finds a title at the end of the first turn.
 */
export async function seedSessions(engine: EngineClient): Promise<Seeded> {
  const ask = (prompt: string) => engine.prompt(prompt, prompt)
  const finished = await ask('Add a dark theme')
  await until('the finished session', () => isFinished(engine, finished))
  const permission = await ask('Fix the login redirect')
  await until('the permission', () => isAsked(engine, '/permission', permission))
  const question = await ask('Choose a database for the notes')
  await until('the question', () => isAsked(engine, '/question', question))
  const working = await ask('Make the search fast with 50,000 notes')
  return { finished, permission, question, working }
}

/** Whether the model has answered to its end. */
export async function isFinished(engine: EngineClient, id: string): Promise<true | undefined> {
  const messages = await engine.ask<{ info: { finish?: string } }[]>(`/session/${id}/message`)
  return messages.at(-1)?.info.finish === 'stop' || undefined
}

async function isAsked(engine: EngineClient, route: string, id: string): Promise<true | undefined> {
  const requests = await engine.ask<{ sessionID: string }[]>(route)
  return requests.some((request) => request.sessionID === id) || undefined
}
