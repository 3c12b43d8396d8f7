/** One prompt that needs a tool, and what became of it. The session is gone afterwards, and the engine has put the folder away. */
import { setTimeout as pause } from 'node:timers/promises'
import { inDirectory } from '@kilo-console/daemon'
import { fitting } from '@kilo-console/engine/edge/check'
import { bag, list, may, message, name, object, table, text } from '@kilo-console/engine/edge/bounds'
import { askEngine, type CheckedEngine, type EngineAnswer } from './engine.ts'
import type { Exchange, Outcome } from './exchange.ts'

export const FILE_NAME = 'connection-check.txt'
const TEXT = `This checks that tools work. Call the tool that writes files once: write the word pong into the file ${FILE_NAME}. Then answer: done.`

/** What the folder's engine takes to set itself up, beside the prompt. */
const BOOT_MS = 30_000
const LOOK_MS = 300
const CLEAN_MS = 10_000

export interface Prompt {
  engine: CheckedEngine
  folder: string
  provider: string
  model: string
  /** The prompt may take so long. */
  seconds: number
  exchanges: readonly Exchange[]
  signal: AbortSignal | undefined
}

export async function askModel(prompt: Prompt): Promise<Outcome> {
  const over = new AbortController()
  const limit = AbortSignal.timeout(BOOT_MS + prompt.seconds * 1000)
  const signal = AbortSignal.any([limit, over.signal, ...(prompt.signal ? [prompt.signal] : [])])
  const send = sender(prompt, signal)
  let id: string | undefined
  try {
    id = await openSession(send)
    if (id === undefined) return { kind: 'refused', status: 0 }
    return await Promise.race([answerTo(prompt, send, id), watch(prompt, send, id)])
  } catch (error) {
    prompt.signal?.throwIfAborted()
    if (limit.aborted) return { kind: 'timeout', seconds: prompt.seconds }
    throw error
  } finally {
    over.abort()
    await cleanUp(prompt, id)
  }
}

type Send = (method: 'GET' | 'POST' | 'DELETE', path: string, body?: object) => Promise<EngineAnswer>

const sender =
  ({ engine, folder }: Prompt, signal: AbortSignal): Send =>
  (method, path, body) =>
    askEngine(engine, method, inDirectory(path, folder), { signal, ...(body && { body }) })

const opened = object<{ id: string }>({ id: name })

/** Files may be written, in this folder; whatever else is asked for is refused. */
async function openSession(send: Send): Promise<string | undefined> {
  const permission = [
    { permission: '*', pattern: '*', action: 'ask' },
    { permission: 'external_directory', pattern: '*', action: 'deny' },
    { permission: 'edit', pattern: '*', action: 'allow' },
  ]
  const { value } = await send('POST', '/session', { title: 'Connection check', permission })
  return fitting(opened, value)?.id
}

const failed = object<{ name: string; data?: { message?: string } }>({
  name,
  data: may(object<{ message?: string }>({ message: may(message) })),
})
const ended = object<{ info: Record<string, unknown> }>({ info: bag })
const messages = list(
  object<{ parts: { type: string; tool?: string }[] }>({
    parts: list(object<{ type: string; tool?: string }>({ type: text, tool: may(text) })),
  }),
)

async function answerTo({ provider, model }: Prompt, send: Send, id: string): Promise<Outcome> {
  const { status, value } = await send('POST', `/session/${id}/message`, {
    model: { providerID: provider, modelID: model },
    parts: [{ type: 'text', text: TEXT }],
  })
  if (status < 200 || status > 299) return { kind: 'refused', status }
  const error = fitting(failed, fitting(ended, value)?.info['error'])
  const all = fitting(messages, (await send('GET', `/session/${id}/message`)).value) ?? []
  const tools = all.flatMap(({ parts }) =>
    parts.flatMap(({ type, tool }) => (type === 'tool' && tool ? [tool] : [])),
  )
  return { kind: 'answered', tools, ...(error && { error: error.data?.message ?? error.name }) }
}

const statuses = table(object<{ type: string; message?: string }>({ type: text, message: may(message) }))
const asked = list(object<{ id: string; sessionID: string }>({ id: name, sessionID: name }))

/** Ends when it would wait for ever, or for somebody; else never. */
async function watch({ seconds, exchanges }: Prompt, send: Send, id: string): Promise<Outcome> {
  let from: number | undefined
  for (;;) {
    await pause(LOOK_MS)
    const status = fitting(statuses, (await send('GET', '/session/status')).value)?.[id]
    if (status?.type === 'retry' || status?.type === 'offline')
      return {
        kind: status.type === 'retry' ? 'retrying' : 'offline',
        message: status.message ?? 'It tries again',
      }
    if (exchanges.some(({ result }) => result?.kind === 'unreached'))
      return { kind: 'offline', message: 'The provider can’t be reached' }
    if (exchanges.length > 0) from ??= performance.now()
    if (from !== undefined && performance.now() - from > seconds * 1000) return { kind: 'timeout', seconds }
    // Another tool than the one that it was asked for: that it calls tools is known by that.
    for (const request of fitting(asked, (await send('GET', '/permission')).value) ?? [])
      if (request.sessionID === id) await send('POST', `/permission/${request.id}/reply`, { reply: 'reject' })
  }
}

/** Whatever of it fails, the rest is tried. */
async function cleanUp(prompt: Prompt, id: string | undefined): Promise<void> {
  const send = sender(prompt, AbortSignal.timeout(CLEAN_MS))
  const tries: [method: 'POST' | 'DELETE', path: string][] = [
    ...(id === undefined
      ? []
      : ([
          ['POST', `/session/${id}/abort`],
          ['DELETE', `/session/${id}`],
        ] as [method: 'POST' | 'DELETE', path: string][])),
    ['POST', '/instance/dispose'],
  ]
  for (const [method, path] of tries)
    await send(method, path, method === 'POST' ? {} : undefined).catch(() => undefined)
}
