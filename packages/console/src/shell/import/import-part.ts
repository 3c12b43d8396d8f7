/** A part of an exported message as an engine takes it in. Pure. */
import type { Part, ToolPart } from '@kilocode/sdk/v2/client'

export interface ImportPart {
  id: string
  messageID: string
  timeCreated: number
  data: object
}

interface At {
  /** Of the message. */
  id: string
  index: number
  time: number
}

/** The engine takes in text, thoughts and calls: a part of the file as it takes it, or none. */
export function importedPart(part: Part, { id, index, time }: At): ImportPart[] {
  const data = dataOfPart(part)
  const order = String(index).padStart(5, '0')
  return data ? [{ id: `prt_${id.slice(4, 21)}${order}`, messageID: id, timeCreated: time, data }] : []
}

function dataOfPart(part: Part): object | undefined {
  switch (part.type) {
    case 'text': {
      const { type, text, synthetic, ignored, time } = part
      return {
        type,
        text,
        ...(synthetic !== undefined && { synthetic }),
        ...(ignored !== undefined && { ignored }),
        ...(time && { time }),
      }
    }
    case 'reasoning':
      return {
        type: part.type,
        text: part.text,
        time: { start: part.time.start, end: part.time.end ?? part.time.start },
      }
    case 'file':
      return { type: 'text', text: `[Attached: ${part.filename ?? part.mime}]` }
    case 'tool':
      return { type: part.type, callID: part.callID, tool: part.tool, state: endedState(part.state) }
    default:
      return undefined
  }
}

/** Nobody works on what was running when the file was written. */
function endedState(state: ToolPart['state']): object {
  if (state.status === 'completed') {
    const { attachments: _, ...kept } = state
    return kept
  }
  if (state.status === 'error') return state
  const start = state.status === 'running' ? state.time.start : 0
  return {
    status: 'error',
    input: state.input,
    error: 'This had not ended when the session was exported.',
    time: { start, end: start },
  }
}
