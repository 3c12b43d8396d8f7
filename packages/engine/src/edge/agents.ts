/** Agents and commands as their settings show them: with their rules and their words, which stay with the host where nobody changes them. */
import * as v from 'valibot'
import { among, flag, handle, list, may, message, name, object, path, text, type Schema } from './bounds.ts'

export type PermissionAction = 'allow' | 'ask' | 'deny'

/** Of all that fit a call the last one counts. */
export interface AgentRule {
  /** The kind of call, or a pattern of kinds. */
  permission: string
  pattern: string
  action: PermissionAction
}

export interface AgentDetail {
  name: string
  displayName?: string
  description?: string
  mode: 'subagent' | 'primary' | 'all'
  hidden?: boolean
  /** The engine brings it along, whatever settings have made of it. */
  native?: boolean
  model?: { providerID: string; modelID: string }
  variant?: string
  color?: string
  temperature?: number
  topP?: number
  steps?: number
  prompt?: string
  permission: AgentRule[]
}

export interface CommandDetail {
  name: string
  description?: string
  agent?: string
  model?: string
  subtask?: boolean
  /** Where its file is; a word for one that has none. */
  location?: string
  /** The whole file, or its template where it has none. */
  content: string
}

const rule = object<AgentRule>({
  permission: handle,
  // An empty one is one that fits nothing.
  pattern: v.pipe(v.string(), v.maxLength(4096)),
  action: among('allow', 'ask', 'deny'),
})

const number = v.pipe(v.number(), v.finite())

export const agentDetail: Schema<AgentDetail> = object<AgentDetail>({
  name: handle,
  displayName: may(name),
  description: may(message),
  mode: among('subagent', 'primary', 'all'),
  hidden: may(flag),
  native: may(flag),
  model: may(object<NonNullable<AgentDetail['model']>>({ modelID: handle, providerID: handle })),
  variant: may(name),
  color: may(name),
  temperature: may(number),
  topP: may(number),
  steps: may(number),
  prompt: may(text),
  permission: list(rule),
})

export const commandDetail: Schema<CommandDetail> = object<CommandDetail>({
  name: handle,
  description: may(message),
  agent: may(handle),
  model: may(handle),
  subtask: may(flag),
  location: may(v.pipe(v.string(), v.maxLength(4096))),
  content: text,
})

/** The file of an agent as the engine would write it. */
export interface AgentPreview {
  path: string
  markdown: string
}

export const agentPreview: Schema<AgentPreview> = object<AgentPreview>({ path, markdown: text })

/** What is said to every agent of a folder. */
export interface FolderRules {
  /** In the order in which they are looked for. */
  files: { name: string; path: string; exists: boolean; editable: boolean; content: string }[]
}

export const folderRules: Schema<FolderRules> = object<FolderRules>({
  files: list(
    object<FolderRules['files'][number]>({ name: handle, path, exists: flag, editable: flag, content: text }),
    100,
  ),
})
