/** What the page reads of an engine: one check a kind of answer. Each throws for an answer that is nothing of the kind, and counts what it drops. */
import type {
  FormatterStatus,
  GlobalSession,
  IndexingStatus,
  LspStatus,
  McpResource,
  Message,
  Part,
  PermissionRequest,
  Pty,
  Session,
  SnapshotFileDiff,
  Todo,
} from '@kilocode/sdk/v2/client'
import { agentPreview, folderRules, type AgentPreview, type FolderRules } from './agents.ts'
import { bagOf, path, type Schema } from './bounds.ts'
import { commitMessage, fileDiff, todo, wholeDiff, type WholeDiff } from './changes.ts'
import { fileContent, fileNode, type FileContent, type FileNode } from './files.ts'
import { fitting, fittingOnes, type Dropped } from './check.ts'
import {
  agent,
  config,
  defaults,
  provider,
  ticket,
  type KnownAgent,
  type KnownConfig,
  type KnownProviders,
} from './choices.ts'
import {
  command,
  enhanced,
  modelState,
  vcs,
  type KnownCommand,
  type KnownVcs,
  type ModelState,
} from './commands.ts'
import { pageLimits } from './limits.ts'
import { inFiles } from './in-files.ts'
import {
  mcpLogin,
  mcpResources,
  mcpSettings,
  mcpState,
  mcpStates,
  type McpLogin,
  type McpSettings,
  type McpState,
} from './mcp.ts'
import { message } from './message.ts'
import { part } from './part.ts'
import { loginMethods, loginStart, type LoginMethod, type LoginStart } from './provider-logins.ts'
import { permission } from './requests.ts'
import { globalSession, session } from './session.ts'
import { terminal } from './terminal.ts'
import {
  formatter,
  indexing,
  languageServer,
  preparedSnapshot,
  retention,
  type PreparedSnapshot,
  type Retention,
} from './upkeep.ts'
import { modelUsage, type ModelUsage } from './usage.ts'
import { worktree, type MadeWorktree } from './worktree.ts'

export interface MessageWithParts {
  info: Message
  parts: Part[]
}

export interface Answers {
  session: Session
  sessions: Session[]
  globalSessions: GlobalSession[]
  terminal: Pty
  message: MessageWithParts
  messages: MessageWithParts[]
  todos: Todo[]
  diffs: SnapshotFileDiff[]
  wholeDiffs: WholeDiff[]
  commitMessage: { message: string }
  worktree: MadeWorktree
  permissions: PermissionRequest[]
  providers: KnownProviders
  agents: KnownAgent[]
  config: KnownConfig
  ticket: { ticket: string }
  fileContent: FileContent
  fileNodes: FileNode[]
  commands: KnownCommand[]
  paths: string[]
  vcs: KnownVcs
  modelState: ModelState
  enhanced: { text: string }
  modelUsage: ModelUsage
  mcpStates: Record<string, McpState>
  mcpState: McpState
  mcpSettings: Record<string, McpSettings>
  mcpInFiles: Record<'global' | 'project', Record<string, McpSettings>>
  mcpResources: McpResource[]
  mcpLogin: McpLogin
  providersInFiles: Record<'global' | 'project', Record<string, Record<string, unknown>>>
  loginMethods: Record<string, LoginMethod[]>
  loginStart: LoginStart
  agentPreview: AgentPreview
  folderRules: FolderRules
  indexing: IndexingStatus
  languageServers: LspStatus[]
  formatters: FormatterStatus[]
  retention: Retention
  preparedSnapshot: PreparedSnapshot
}

type Check<T> = (value: unknown, dropped: Dropped) => T

function one<T>(schema: Schema<T>): Check<T> {
  return (value) => {
    const kept = fitting(schema, value)
    if (kept === undefined) throw new Error('the answer is not what it should be')
    return kept
  }
}

function all<T>(schema: Schema<T>, most: number = pageLimits.items): Check<T[]> {
  return (value, dropped) => fittingOnes(schema, value, most, dropped)
}

/** A message with a bad part is still a message. */
const messageWithParts: Check<MessageWithParts> = (value, dropped) => {
  const { info, parts } = bagOf(value)
  return { info: one(message)(info, dropped), parts: all(part, pageLimits.partsOfMessage)(parts, dropped) }
}

const messages: Check<MessageWithParts[]> = (value, dropped) => {
  if (!Array.isArray(value)) throw new Error('the answer is no list')
  return value.slice(0, pageLimits.messages).flatMap((each: unknown) => {
    try {
      return [messageWithParts(each, dropped)]
    } catch {
      dropped(1)
      return []
    }
  })
}

const providers: Check<KnownProviders> = (value, dropped) => {
  const bag = bagOf(value)
  return {
    providers: all(provider)(bag['providers'], dropped),
    default: one(defaults)(bag['default'], dropped),
  }
}

export const answers: { [K in keyof Answers]: Check<Answers[K]> } = {
  session: one(session),
  sessions: all(session),
  globalSessions: all(globalSession),
  terminal: one(terminal),
  message: messageWithParts,
  messages,
  todos: all(todo),
  diffs: all(fileDiff),
  wholeDiffs: all(wholeDiff),
  commitMessage: one(commitMessage),
  worktree: one(worktree),
  permissions: all(permission),
  providers,
  agents: all(agent),
  config: one(config),
  ticket: one(ticket),
  fileContent: one(fileContent),
  fileNodes: all(fileNode),
  commands: all(command),
  paths: all(path),
  vcs: one(vcs),
  modelState: one(modelState),
  enhanced: one(enhanced),
  modelUsage: one(modelUsage),
  mcpStates,
  mcpState: one(mcpState),
  mcpSettings,
  mcpInFiles: inFiles('mcp'),
  mcpResources,
  mcpLogin: one(mcpLogin),
  providersInFiles: inFiles('provider'),
  loginMethods,
  loginStart: one(loginStart),
  agentPreview: one(agentPreview),
  folderRules: one(folderRules),
  indexing: one(indexing),
  languageServers: all(languageServer),
  formatters: all(formatter),
  retention: one(retention),
  preparedSnapshot: one(preparedSnapshot),
}
