/**
 * PURE: a session of thousands of parts, in the form that `kilo import` and `opencode import` both read. Made of what sessions are made of: prompts,
 * thoughts, commands, reads and answers in Markdown.
 */

/** The last words of the newest message: what the bench waits for. */
export const NEWEST_WORDS = 'The newest words of this session.'

const START = 1_760_000_000_000
const STEP_MS = 1000
/** One turn: a prompt, two steps with a tool each, an answer. */
const PARTS_OF_TURN = 13

const tokens = { input: 1200, output: 180, reasoning: 40, cache: { read: 900, write: 0 } }
const model = { providerID: 'scripted', modelID: 'story' }

/** Ids that ascend with time, as the engines make them; those of each number are its own. */
function makeIds(number: number) {
  let count = number * 100_000
  return (prefix: string) => {
    count += 1
    const time = (BigInt(START + count) * 4096n).toString(16).slice(-12).padStart(12, '0')
    return `${prefix}_${time}${count.toString(36).padStart(14, 'A')}`
  }
}

type Part = Record<string, unknown>
interface Message {
  info: Record<string, unknown>
  parts: Part[]
}

export interface LongSession {
  info: Record<string, unknown> & { id: string }
  messages: Message[]
}

/** With at least that many parts: turns are whole. Those of other numbers are sessions of their own. */
export function makeLongSession(parts: number, directory: string, number = 0): LongSession {
  const newId = makeIds(number)
  const sessionID = newId('ses')
  let now = START
  const tick = () => (now += STEP_MS)

  function message(info: Record<string, unknown>, parts: Part[]): Message {
    const id = newId('msg')
    const placed = parts.map((part) => ({ ...part, id: newId('prt'), sessionID, messageID: id }))
    return { info: { ...info, id, sessionID }, parts: placed }
  }
  function prompt(text: string): Message {
    return message({ role: 'user', agent: 'code', model, time: { created: tick() } }, [
      { type: 'text', text },
    ])
  }
  function step(parentID: unknown, finish: 'stop' | 'tool-calls', parts: Part[]): Message {
    const created = tick()
    const info = {
      role: 'assistant',
      parentID,
      ...model,
      agent: 'code',
      mode: 'code',
      finish,
      cost: 0.003,
      tokens,
      path: { cwd: directory, root: directory },
      time: { created, completed: tick() },
    }
    const end = { type: 'step-finish', reason: finish, cost: 0.003, tokens }
    return message(info, [{ type: 'step-start' }, ...parts, end])
  }
  function turn(number: number, isLast: boolean): Message[] {
    const asked = prompt(`Step ${number}: make the search of notes faster, and say what you changed.`)
    const time = { start: now, end: now + STEP_MS }
    const thought = { type: 'reasoning', text: `Index ${number} is rebuilt on each key.`, time }
    const words = isLast ? `${answerOf(number)}\n\n${NEWEST_WORDS}` : answerOf(number)
    const parent = asked.info['id']
    return [
      asked,
      step(parent, 'tool-calls', [thought, tool('read', readOf(number, directory), time)]),
      step(parent, 'tool-calls', [
        { type: 'text', text: `Now the tests, round ${number}.`, time },
        tool('bash', bashOf(number), time),
      ]),
      step(parent, 'stop', [thought, { type: 'text', text: words, time }]),
    ]
  }

  const turns = Math.ceil(parts / PARTS_OF_TURN)
  const messages = Array.from({ length: turns }, (_, at) => turn(at + 1, at === turns - 1)).flat()
  const info = {
    id: sessionID,
    slug: 'long-session',
    projectID: 'global',
    directory,
    version: '1.0.0',
    title: number === 0 ? 'A long session' : `Long session ${number}`,
    time: { created: START, updated: now },
  }
  return { info, messages }
}

interface Call {
  input: Record<string, unknown>
  title: string
  output: string
}

function tool(name: string, { input, title, output }: Call, time: { start: number; end: number }): Part {
  const state = { status: 'completed', input, output, title, metadata: {}, time }
  return { type: 'tool', tool: name, callID: `call_${name}_${title.length}_${time.start}`, state }
}

function readOf(number: number, directory: string): Call {
  const lines = Array.from(
    { length: 60 },
    (_, at) => `${at + 1}: export const note${at} = index.get(${number + at})`,
  )
  return {
    input: { filePath: `${directory}/src/search.js` },
    title: 'src/search.js',
    output: lines.join('\n'),
  }
}

function bashOf(number: number): Call {
  const lines = Array.from({ length: 25 }, (_, at) => `ok ${at + 1} - finds note ${number + at} in ${at} ms`)
  const command = 'npm test -- --run search'
  return {
    input: { command, description: 'Run the tests' },
    title: 'Run the tests',
    output: lines.join('\n'),
  }
}

function answerOf(number: number): string {
  return [
    `## Step ${number}`,
    `The search reads **one index** instead of every note: \`src/search.js\` keeps it, and rebuilds ${number} of its buckets.`,
    '- the index is kept between keys\n- notes that changed are read again\n- the tests cover both',
    `\`\`\`js\nexport function find(words) {\n  return index.lookup(words).slice(0, ${number})\n}\n\`\`\``,
  ].join('\n\n')
}
