/** Sessions in every state that the console shows. */
import { until, type EngineClient } from './engine.ts'

export interface Seeded {
  finished: string
  permission: string
  question: string
  working: string
}

/** Resolves when each session has reached its state and got its title. */
export async function seedSessions(engine: EngineClient): Promise<Seeded> {
  const finished = await engine.prompt('Add a dark theme')
  await until('the finished session', async () => {
    const status = await engine.ask<Record<string, unknown>>('/session/status')
    return finished in status ? undefined : true
  })
  const seeded = {
    finished,
    permission: await engine.prompt('Fix the login redirect'),
    question: await engine.prompt('Choose a database for the notes'),
    working: await engine.prompt('Make the search fast with 50,000 notes'),
  }
  await until('the permission', () => asked(engine, '/permission', seeded.permission))
  await until('the question', () => asked(engine, '/question', seeded.question))
  for (const id of Object.values(seeded)) {
    await until('the titles', async () => {
      const { title } = await engine.ask<{ title: string }>(`/session/${id}`)
      return title.startsWith('New session') ? undefined : title
    })
  }
  return seeded
}

async function asked(engine: EngineClient, route: string, id: string): Promise<true | undefined> {
  const requests = await engine.ask<{ sessionID: string }[]>(route)
  return requests.some((request) => request.sessionID === id) || undefined
}
