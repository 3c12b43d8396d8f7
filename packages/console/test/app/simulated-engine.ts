/** For tests: an engine in small, with one session in which one answer is written. */
import type { EngineEvent, EventType } from '@kilo-console/engine/edge/event'
import { sampleEvent } from '@kilo-console/engine/testing/sample-event'
import type { ServerState } from '../../src/store/types.ts'

/** Messages in one page: few, so that there are older ones. */
const PAGE = 3

export class SimulatedEngine {
  readonly #tell: (event: EngineEvent) => void
  #title = 0
  #todos = 0
  #asks = 0
  #isBusy = false
  #text = ''
  #isEnded = false
  #permissions: string[] = []
  #messages = ['msg_0', 'msg_1', 'msg_2']

  constructor(tell: (event: EngineEvent) => void) {
    this.#tell = tell
  }

  // What it answers when it is asked.

  session() {
    return {
      id: 'ses_1',
      projectID: 'p',
      directory: '/p',
      title: String(this.#title),
      time: { created: 1, updated: 1 },
    }
  }

  roster() {
    return {
      sessions: [this.session()],
      activity: this.#isBusy ? { ses_1: { type: 'busy' as const } } : {},
      permissions: this.#permissions.map((id) => ({ id, sessionID: 'ses_1', directory: '/p' })),
    }
  }

  todoList() {
    return [{ content: `${this.#todos}` }]
  }

  page(before?: string) {
    const end = before === undefined ? this.#messages.length : this.#messages.indexOf(before)
    const ids = this.#messages.slice(Math.max(0, end - PAGE), end)
    const first = ids[0] ?? ''
    return { messages: ids.map((id) => this.#message(id)), older: first === 'msg_0' ? null : first }
  }

  // What it does.

  /** One more letter, like no letter before. */
  write(): void {
    if (this.#isEnded) return
    if (this.#text === '') this.#say('message.part.updated', { part: this.#part('') })
    const delta = String.fromCodePoint(0x4e00 + this.#text.length)
    this.#text += delta
    this.#say('message.part.delta', { messageID: 'msg_2', partID: 'prt_1', field: 'text', delta })
  }

  end(): void {
    if (this.#text === '' || this.#isEnded) return
    this.#isEnded = true
    this.#say('message.part.updated', { part: this.#part(this.#text) })
  }

  rename(): void {
    this.#title += 1
    this.#say('session.updated', { info: this.session() })
  }

  todos(): void {
    this.#todos += 1
    this.#say('todo.updated', { todos: this.todoList() })
  }

  ask(): void {
    const id = `per_${(this.#asks += 1)}`
    if (!this.#isBusy) this.#setBusy(true)
    this.#permissions.push(id)
    this.#say('permission.asked', { id })
  }

  reply(): void {
    const requestID = this.#permissions.shift()
    if (requestID !== undefined) this.#say('permission.replied', { requestID })
  }

  /** A turn begins with a prompt, or ends. */
  turn(): void {
    if (!this.#isBusy) {
      const id = `msg_${this.#messages.length}`
      this.#messages.push(id)
      const { info, parts } = this.#message(id)
      this.#say('message.updated', { info })
      for (const part of parts) this.#say('message.part.updated', { part })
    } else this.#permissions = []
    this.#setBusy(!this.#isBusy)
  }

  #setBusy(isBusy: boolean): void {
    this.#isBusy = isBusy
    this.#say('session.status', { status: { type: isBusy ? 'busy' : 'idle' } })
  }

  // What must hold.

  /** Every letter is another: a text without a hole, and with nothing twice, is a piece of the whole. */
  checkText(part: { type: string; text?: string; torn?: true } | undefined): void {
    const text = part?.text ?? ''
    if (part?.torn ? this.#text.includes(text) : this.#text.startsWith(text)) return
    throw new Error(`shown: ${text}${part?.torn ? ' (torn)' : ''}, written: ${this.#text}`)
  }

  /** What the page, with nothing under way any more, shows otherwise than it is. */
  differences(page: ServerState | undefined): unknown[] {
    const shown = page?.transcripts['ses_1']
    const answer = shown?.parts['msg_2']?.find(({ id }) => id === 'prt_1')
    const text = answer?.type === 'text' ? answer.text : ''
    const from = this.#messages.indexOf(shown?.messages[0]?.id ?? '')
    const roster = this.roster()
    const pairs: Record<string, [unknown, unknown]> = {
      title: [page?.sessions['ses_1']?.title, String(this.#title)],
      activity: [page?.activity, roster.activity],
      permissions: [Object.keys(page?.permissions ?? {}).toSorted(), this.#permissions.toSorted()],
      todos: [shown?.todos[0]?.content, String(this.#todos)],
      messages: [shown?.messages.map(({ id }) => id), this.#messages.slice(from)],
      older: [shown?.older, from === 0 ? null : this.#messages[from]],
      text:
        from > 2
          ? ['', '']
          : answer?.torn && !this.#isEnded
            ? [this.#text.endsWith(text), true]
            : [text, this.#text],
      load: [`${page?.load.status} ${shown?.load.status}`, 'ready ready'],
    }
    return Object.entries(pairs).filter(([, [a, b]]) => JSON.stringify(a) !== JSON.stringify(b))
  }

  #say(type: EventType, properties: object): void {
    this.#tell(sampleEvent(type, { sessionID: 'ses_1', ...properties }))
  }

  #part(text: string) {
    const time = this.#isEnded ? { start: 1, end: 2 } : { start: 1 }
    return { id: 'prt_1', sessionID: 'ses_1', messageID: 'msg_2', type: 'text', text, time }
  }

  #message(id: string) {
    const role = id === 'msg_2' ? 'assistant' : 'user'
    const info = { id, sessionID: 'ses_1', role, time: { created: Number(id.slice(4)) } }
    const said = {
      id: `prt_${id}`,
      sessionID: 'ses_1',
      messageID: id,
      type: 'text',
      text: id,
      time: { start: 1, end: 1 },
    }
    // The engine has the text of a part that is being written only when it is over.
    const written = this.#text === '' ? [] : [this.#part(this.#isEnded ? this.#text : '')]
    return { info, parts: id === 'msg_2' ? written : [said] }
  }
}
