/** Sessions in every state that the console shows. */
import { until, type EngineClient } from './engine.ts'

export interface Seeded {
  finished: string
  permission: string
  question: string
  working: string
}

/** Resolves when each session has reached its state. Titled by hand: the engine finds a title at the end of the first turn. */
export async function seedSessions(engine: EngineClient): Promise<Seeded> {
  const ask = (prompt: string) => engine.prompt(prompt, prompt)
  const finished = await ask('Add a dark theme')
  await until('the finished session', async () => {
    const messages = await engine.ask<{ info: { finish?: string } }[]>(`/session/${finished}/message`)
    return messages.at(-1)?.info.finish === 'stop' || undefined
  })
  const seeded = {
    finished,
    permission: await ask('Fix the login redirect'),
    question: await ask('Choose a database for the notes'),
    working: await ask('Make the search fast with 50,000 notes'),
  }
  await until('the permission', () => asked(engine, '/permission', seeded.permission))
  await until('the question', () => asked(engine, '/question', seeded.question))
  return seeded
}

async function asked(engine: EngineClient, route: string, id: string): Promise<true | undefined> {
  const requests = await engine.ask<{ sessionID: string }[]>(route)
  return requests.some((request) => request.sessionID === id) || undefined
}
