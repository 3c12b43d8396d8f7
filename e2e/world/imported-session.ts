/** PURE: a session made of given parts, in the form that `kilo import` reads: to show what no short run of a model leaves behind. */

type Part = Record<string, unknown>

export interface Exchange {
  prompt: Part[]
  answer: Part[]
}

export interface ImportedSession {
  info: Record<string, unknown> & { id: string }
  messages: { info: Record<string, unknown>; parts: Part[] }[]
}

const START = 1_761_000_000_000
const model = { providerID: 'scripted', modelID: 'story' }
const tokens = { input: 1200, output: 180, reasoning: 40, cache: { read: 900, write: 0 } }

/** Sessions whose titles differ in length have ids of their own. */
export function makeImportedSession(
  title: string,
  directory: string,
  exchanges: readonly Exchange[],
): ImportedSession {
  let count = 0
  const newId = (prefix: string) => {
    count += 1
    const time = (BigInt(START + count + title.length * 1000) * 4096n)
      .toString(16)
      .slice(-12)
      .padStart(12, '0')
    return `${prefix}_${time}${count.toString(36).padStart(14, 'B')}`
  }
  const sessionID = newId('ses')
  let now = START
  const tick = () => (now += 1000)
  const message = (info: Record<string, unknown>, parts: Part[]) => {
    const id = newId('msg')
    return {
      info: { ...info, id, sessionID },
      parts: parts.map((part) => ({ ...part, id: newId('prt'), sessionID, messageID: id })),
    }
  }
  const messages = exchanges.flatMap(({ prompt, answer }) => {
    const asked = message({ role: 'user', agent: 'code', model, time: { created: tick() } }, prompt)
    const parentID = (asked.info as Record<string, unknown>)['id']
    const created = tick()
    const info = {
      role: 'assistant',
      parentID,
      ...model,
      agent: 'code',
      mode: 'code',
      finish: 'stop',
      cost: 0.003,
      tokens,
      path: { cwd: directory, root: directory },
      time: { created, completed: tick() },
    }
    return [asked, message(info, answer)]
  })
  const info = {
    id: sessionID,
    slug: 'imported',
    projectID: 'global',
    directory,
    version: '1.0.0',
    title,
    time: { created: START, updated: now },
  }
  return { info, messages }
}

export const textPart = (text: string): Part => ({
  type: 'text',
  text,
  time: { start: START, end: START + 1 },
})

/** A call that has ended. `state`: what else the engine notes of it. */
export const toolPart = (
  tool: string,
  input: Record<string, unknown>,
  output: string,
  state: Record<string, unknown> = {},
): Part => ({
  type: 'tool',
  tool,
  callID: `call_${tool}_${output.length}_${JSON.stringify(input).length}`,
  state: {
    status: 'completed',
    input,
    output,
    title: tool,
    metadata: {},
    time: { start: START, end: START + 500 },
    ...state,
  },
})
