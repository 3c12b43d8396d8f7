/** Plays steps onto a response: the only place that knows time. */
import { once } from 'node:events'
import type { ServerResponse } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { countTokens, DONE, encodeChunk, encodeUsage, finishReason, splitText, stepDeltas } from './chunks.ts'
import type { Gates } from './gates.ts'
import type { Step } from './step.ts'

export interface Stage {
  id: string
  model: string
  promptCharacters: number
  response: ServerResponse
  gates: Gates
  /** Aborted when the client hangs up. */
  gone: AbortSignal
  /** Called with each event. */
  sent: () => void
  /** Milliseconds between two chunks; 0 sends as fast as the client reads. */
  beatMs: number
}

/** Resolves when the answer is over or the client is gone. */
export async function playStream(steps: Step[], stage: Stage): Promise<void> {
  const { id, model, response } = stage
  response.writeHead(200, { 'content-type': 'text/event-stream', 'cache-control': 'no-cache' })
  response.flushHeaders()
  await send(stage, encodeChunk(id, model, { role: 'assistant', content: '' }))
  let tools = 0
  for (const step of steps) {
    if (stage.gone.aborted) return
    await playStep(step, stage, tools)
    if (step.type === 'tool') tools += 1
  }
  if (stage.gone.aborted) return
  await send(stage, encodeChunk(id, model, {}, finishReason(steps)))
  await send(stage, encodeUsage(id, model, countTokens(stage.promptCharacters, steps)))
  response.end(DONE)
}

async function playStep(step: Step, stage: Stage, toolIndex: number): Promise<void> {
  switch (step.type) {
    case 'text':
    case 'reasoning':
    case 'tool':
      return playDeltas(stepDeltas(step, toolIndex, `call_${stage.id}_${toolIndex}`), stage)
    case 'pause':
      return rest(stage, step.beats)
    case 'gate':
      return stage.gates.wait(step.name, stage.gone)
    case 'stall':
      return untilGone(stage.gone)
    case 'endless':
      while (!stage.gone.aborted)
        await playDeltas(deltasOf(step.text), { ...stage, beatMs: stage.beatMs || 5 })
      return
    case 'cut':
      stage.response.destroy()
      return untilGone(stage.gone)
    case 'error':
      throw new Error('an error has to be the first step of its turn')
  }
}

async function playDeltas(deltas: Record<string, unknown>[], stage: Stage): Promise<void> {
  for (const delta of deltas) {
    if (stage.gone.aborted) return
    await send(stage, encodeChunk(stage.id, stage.model, delta))
    await rest(stage, 1)
  }
}

function deltasOf(text: string) {
  return splitText(text).map((content) => ({ content }))
}

async function send(stage: Stage, text: string): Promise<void> {
  if (stage.gone.aborted) return
  stage.sent()
  if (stage.response.write(text)) return
  await once(stage.response, 'drain', { signal: stage.gone }).catch(ignoreAbort)
}

async function rest(stage: Stage, beats: number): Promise<void> {
  if (stage.beatMs === 0) return
  await sleep(beats * stage.beatMs, undefined, { signal: stage.gone }).catch(ignoreAbort)
}

function untilGone(gone: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (gone.aborted) resolve()
    else gone.addEventListener('abort', () => resolve())
  })
}

/** A client that hangs up ends a wait; whoever waited looks at `gone` next. */
function ignoreAbort(error: unknown): void {
  if (!(error instanceof Error && error.name === 'AbortError')) throw error
}
