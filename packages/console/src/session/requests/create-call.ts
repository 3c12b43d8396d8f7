import { createEffect, createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import type { ToolPart } from '@kilocode/sdk/v2/client'
import type { Problem } from '../../../shared/api.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import type { Permission } from '../../store/types.ts'
import { bagOf } from '../tools/registry/input.ts'
import type { Call } from './permission-subject.ts'

export interface FoundCall {
  call: Accessor<Call | undefined>
  /** All that can be known is there: nothing may be allowed before. */
  isWhole: Accessor<boolean>
  problem: Accessor<Problem | undefined>
  retry: () => void
}

interface Source {
  serverId: string
  request: Permission
}

const UNTOLD: Problem = { code: 'no-call', message: 'The engine doesn’t say exactly what would be done.' }

const callOf = ({ tool, state }: ToolPart): Call => ({ tool, input: bagOf(state.input) })

/**
 * The tool call behind a request: from the transcript where that is open, else read for it (a subagent's, or on the overview). A request
 * without a call has nothing more to tell than its metadata.
 */
export function createCall(source: Source): FoundCall {
  const { state } = useConsole()
  const transcript = () => state.servers[source.serverId]?.transcripts[source.request.sessionID]
  const known = createMemo((): Call | undefined => {
    const { tool } = source.request
    const parts = tool && transcript()?.parts[tool.messageID]
    const part = parts?.find((each) => each.type === 'tool' && each.callID === tool?.callID)
    return part?.type === 'tool' ? callOf(part) : undefined
  })
  const isMissing = createMemo(
    () => source.request.tool !== undefined && !known() && transcript()?.load.status !== 'loading',
  )
  const read = createRead(source, isMissing)
  const call = () => known() ?? read.call()
  return {
    call,
    isWhole: () => source.request.tool === undefined || call() !== undefined,
    problem: () => (isMissing() ? read.problem() : undefined),
    retry: read.retry,
  }
}

/** Reads the call while it is missing. */
function createRead(source: Source, isMissing: Accessor<boolean>) {
  const { requests } = useConsole()
  const [call, setCall] = createSignal<Call>()
  const [problem, setProblem] = createSignal<Problem>()
  const [attempt, setAttempt] = createSignal(0)
  createEffect(() => {
    attempt()
    if (!isMissing()) return
    let current = true
    onCleanup(() => (current = false))
    const load = async ({ serverId, request }: Source) => {
      setProblem(undefined)
      try {
        const part = await requests.readCall(serverId, request)
        if (current && part) setCall(callOf(part))
        if (current && !part) setProblem(UNTOLD)
      } catch (error) {
        if (current) setProblem(toProblem(error))
      }
    }
    void load(source)
  })
  return { call, problem, retry: () => setAttempt((count) => count + 1) }
}
