/** Brings an engine into every state that it tells of. */
import type { EngineClient } from '../world/engine.ts'
import type { World } from '../world/world.ts'
import type { Ear } from './listen.ts'

interface Asked {
  payload: { properties: { id: string; sessionID: string } }
}

export async function playEverything(engine: EngineClient, world: World, ear: Ear): Promise<void> {
  const run = async (script: string) => {
    const id = await engine.prompt(`[script:${script}]`, script)
    await ear.until('session.idle', id)
    return id
  }
  await run('reason')
  await run('text A short answer.')
  await run('todos Read the code; Change it')
  await run('write note.txt a few words')
  await run('tool read {"filePath":"$DIR/README.md"}')
  await run('tool glob {"pattern":"**/*.md"}')
  await run('tool read {"filePath":"$DIR/absent.txt"}')
  await run('tool nosuchtool {"a":1}')
  await run('error 401')
  await run('error 500 1')
  await run('task [script:text From below.]')
  await askedAndAnswered(engine, ear)
  await revertAndFork(engine, await run('write other.txt words'))
  await stop(engine, ear)
  await unknownModel(engine, ear)
  await useTerminal(engine, ear)
  await leaveWaiting(engine, ear)
  world.model.release()
}

async function askedAndAnswered(engine: EngineClient, ear: Ear): Promise<void> {
  for (const reply of ['once', 'reject']) {
    const id = await engine.prompt(`[script:bash echo ${reply}]`)
    const { payload } = (await ear.until('permission.asked', id)) as unknown as Asked
    await engine.ask(`/permission/${payload.properties.id}/reply`, { reply })
    await ear.until('session.idle', id)
  }
  for (const answer of [{ answers: [['Red']] }, undefined]) {
    const id = await engine.prompt('[script:question]')
    const { payload } = (await ear.until('question.asked', id)) as unknown as Asked
    const route = `/question/${payload.properties.id}`
    await (answer ? engine.ask(`${route}/reply`, answer) : engine.ask(`${route}/reject`, {}))
    await ear.until('session.idle', id)
  }
}

async function revertAndFork(engine: EngineClient, id: string): Promise<void> {
  const [first] = await engine.ask<{ info: { id: string } }[]>(`/session/${id}/message`)
  await engine.ask(`/session/${id}/fork`, {})
  await engine.ask(`/session/${id}/revert`, { messageID: first?.info.id })
  await engine.ask(`/session/${id}/unrevert`, {})
  await engine.ask(`/session/${id}/revert`, { messageID: first?.info.id })
}

async function stop(engine: EngineClient, ear: Ear): Promise<void> {
  const id = await engine.prompt('[script:endless]')
  await ear.until('message.part.delta', id)
  await engine.ask(`/session/${id}/abort`, {})
  await ear.until('session.idle', id)
}

async function unknownModel(engine: EngineClient, ear: Ear): Promise<void> {
  const { id } = await engine.ask<{ id: string }>('/session', {})
  const parts = [{ type: 'text', text: 'Hello' }]
  await engine.ask(`/session/${id}/prompt_async`, { model: { providerID: 'no', modelID: 'such' }, parts })
  await ear.until('session.error', id)
}

async function useTerminal(engine: EngineClient, ear: Ear): Promise<void> {
  const { id } = await engine.ask<{ id: string }>('/pty', { title: 'Shell', command: '/bin/sh' })
  await ear.until('pty.created', id)
  const ended = await engine.ask<{ id: string }>('/pty', { command: '/bin/true' })
  await ear.until('pty.exited', ended.id)
}

/** So that lists of what waits and works are not empty. */
async function leaveWaiting(engine: EngineClient, ear: Ear): Promise<void> {
  const permission = await engine.prompt('[script:bash rm -rf build && find . -name "*.tmp" -delete]')
  await ear.until('permission.asked', permission)
  const question = await engine.prompt('[script:question Which one?: Red | Blue]')
  await ear.until('question.asked', question)
  const retrying = await engine.prompt('[script:error 500]')
  await ear.until('session.status', `"retry"`)
  await ear.until('session.status', retrying)
}
