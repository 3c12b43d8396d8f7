/** A small client of the engine's API, for tests and demos that need a session in a certain state. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { World } from './world.ts'

export interface EngineClient {
  url: string
  /**
   * `GET` without a body, else `POST`; the project's directory is sent along.
   *
   * @throws Error with status and answer when it is no 2xx
   */
  ask<Answer>(route: string, body?: object): Promise<Answer>
  /** `DELETE`; what is gone already is as good. */
  remove(route: string): Promise<void>
  /** A new session, with its first prompt sent: its id. `ask`: kinds of calls that it asks for, whatever the rules are. */
  prompt(text: string, title?: string, ask?: string[]): Promise<string>
}

export interface EngineAddress {
  url: string
  username: string
  password: string
}

/** The address that the world's `daemon.json` names. */
export async function daemonAddress(world: World): Promise<EngineAddress & { pid: number }> {
  const file = path.join(world.home, '.local/state/kilo/daemon.json')
  return JSON.parse(await readFile(file, 'utf8')) as EngineAddress & { pid: number }
}

export function connectEngine(address: EngineAddress, directory: string): EngineClient {
  const credential = Buffer.from(`${address.username}:${address.password}`).toString('base64')
  const headers = {
    authorization: `Basic ${credential}`,
    'content-type': 'application/json',
    'x-kilo-directory': directory,
  }

  async function ask<Answer>(route: string, body?: object): Promise<Answer> {
    const change = body ? { method: 'POST', body: JSON.stringify(body) } : {}
    const response = await fetch(new URL(route, address.url), { headers, ...change })
    const answer = await response.text()
    if (!response.ok) throw new Error(`${route}: ${response.status} ${answer.slice(0, 300)}`)
    return (answer ? JSON.parse(answer) : undefined) as Answer
  }

  return {
    url: address.url,
    ask,
    async remove(route) {
      const response = await fetch(new URL(route, address.url), { headers, method: 'DELETE' })
      if (!response.ok && response.status !== 404) throw new Error(`DELETE ${route}: ${response.status}`)
    },
    async prompt(text, title, asked = []) {
      const permission = asked.map((kind) => ({ permission: kind, pattern: '*', action: 'ask' }))
      const { id } = await ask<{ id: string }>('/session', { ...(title && { title }), permission })
      // Else the engine asks, on a machine that takes ten seconds for its first snapshot, whether it should go without.
      await ask(`/session/${id}/prompt_async`, {
        parts: [{ type: 'text', text }],
        snapshotInitialization: 'wait',
      })
      return id
    },
  }
}

/** A limit, not a measure: on a busy machine an engine is silent for half a minute. */
const PATIENCE_MS = 120_000

/**
 * Asks again until the answer is there: the engine tells most things by events, but a list is simpler to read.
 *
 * @throws Error naming what was waited for
 */
export async function until<Value>(what: string, ask: () => Promise<Value | undefined>): Promise<Value> {
  const deadline = performance.now() + PATIENCE_MS
  for (;;) {
    const value = await ask()
    if (value !== undefined) return value
    if (performance.now() > deadline) throw new Error(`waited ${PATIENCE_MS} ms for ${what}`)
    await sleep(50)
  }
}
