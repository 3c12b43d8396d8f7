/**
 * What a person has written in a session and its engine does not have. The host keeps it (0600), for every browser and over every reload: it may hold what
 * no browser storage should.
 */
import type { AgentPartInput, FilePartInput } from '@kilocode/sdk/v2/client'

export interface ModelRef {
  providerID: string
  modelID: string
}

/** Which model and agent a prompt goes to; absent: the engine decides. */
export interface PromptChoice {
  model?: ModelRef
  agent?: string
  variant?: string
}

/** What goes with a prompt's text: files, folders, agents, with the place in the text where they are named, and attachments. */
export type PromptExtra = Omit<FilePartInput, 'id'> | Omit<AgentPartInput, 'id'>

/** A prompt that was sent, under an id of ours (store/message-id.ts). */
export interface SentPrompt {
  id: string
  text: string
  extras: PromptExtra[]
  /** Unix milliseconds of the host's clock. */
  sentAt: number
  choice: PromptChoice
  /** Not as a prompt: `/name arguments` is a command of the engine, `!…` one of the shell. */
  how?: 'command' | 'shell'
  /** Attachments that went with it and are not kept: their content is as large as it likes. */
  left?: number
  /** Its text was too long to be kept whole: half a prompt is not sent again. */
  cut?: true
}

export interface Draft {
  text: string
  /** What of the text names files, folders and agents. */
  marks: Mark[]
  /** Unix milliseconds of the host's clock: the later of two writers wins. */
  at: number
}

/** A piece of a prompt's text that names something: `@src/auth.ts`. Places in UTF-16 units. */
export type Mark = { start: number; value: string } & (
  | { kind: 'file'; path: string; lines?: { from: number; to: number } }
  | { kind: 'folder'; path: string }
  | { kind: 'agent'; name: string }
)

/** Of one session. */
export interface Unsent {
  draft?: Draft
  /** Those that nobody has seen arrive, oldest first. */
  sent: SentPrompt[]
}

/** A change to it, each part by itself. */
export interface UnsentChange {
  draft?: Draft
  sent?: SentPrompt
  /** The id of a prompt that has arrived, or that nobody wants any more. */
  settled?: string
}

/** Bounds that host and page agree on. What is larger is not kept: the page still has it. */
export const unsentLimits = {
  /** UTF-16 units of one text: a pasted log. */
  text: 65_536,
  extras: 100,
  /** Texts of earlier prompts, and how long one may be to be among them. */
  history: 100,
  historyText: 2000,
  /** Prompts of one session: the engine loses one, not ten. */
  sent: 10,
  sessions: 200,
  /** Of one request. */
  bytes: 512 * 1024,
  /** Of all sessions in the file, in bytes: more than of one request, less than the file may have. The oldest give way. */
  size: 640_000,
  /** Of the texts of earlier prompts in it. */
  historySize: 200_000,
} as const

/** Answer of the route `promptHistory`: texts that were sent in any session, oldest first, each once. */
export interface PromptHistory {
  prompts: string[]
}
