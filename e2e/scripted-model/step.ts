/** What a scripted model can do in one answer. Scripts are data; only `play.ts` knows about time and sockets. */

export type Step =
  | { type: 'text'; text: string; chunk?: number }
  | { type: 'reasoning'; text: string; chunk?: number }
  | { type: 'tool'; tool: string; input: Record<string, unknown> }
  /** Silence, in beats: one beat is the server's `beatMs`, so that tests run without any. */
  | { type: 'pause'; beats: number }
  /** Waits until a test calls `release(name)`. */
  | { type: 'gate'; name: string }
  /** An HTTP error. It has to be the first step: afterwards the status is on the wire. */
  | { type: 'error'; status: number; message: string }
  /** Headers, then nothing until the client gives up. */
  | { type: 'stall' }
  /** Repeats the text until the client gives up. */
  | { type: 'endless'; text: string }
  /** Drops the connection in the middle of the answer. */
  | { type: 'cut' }

/** One answer of the model: everything up to its end or to the tool calls that it waits for. */
export type Turn = Step[]

/** What a script may know when it writes its turns. */
export interface Scene {
  /** The text behind the directive's name; for a story the whole prompt. */
  argument: string
  /** The session's working directory, absolute. */
  directory: string
  /** What is attached to the prompt, by media type. */
  attachments?: string[]
}

export type Script = (scene: Scene) => Turn[]

export const say = (text: string, chunk?: number): Step => ({
  type: 'text',
  text,
  ...(chunk ? { chunk } : {}),
})

export const think = (text: string): Step => ({ type: 'reasoning', text })

export const pause = (beats: number): Step => ({ type: 'pause', beats })

export const call = (tool: string, input: Record<string, unknown>): Step => ({ type: 'tool', tool, input })
