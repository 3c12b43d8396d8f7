import type { FolderAgents } from './agents.ts'
import type { CheckReport } from '@kilo-console/engine/provider-report'
import type { ConsoleInfo, DaemonActionResult, LoginAnswer, ServerFigures, ServerInfo } from './api.ts'
import type { Budget } from './budget.ts'
import type { KnownChoices } from './choices.ts'
import type { Configuration, ConfigurationSaved, SettingsText, SettingsTextSaved } from './configuration.ts'
import type { FolderLook } from './folders.ts'
import type { GitWorktree } from './git.ts'
import type { Hidden } from './hidden.ts'
import type { MessagePage, SessionOpening } from './opening.ts'
import type { PreferenceFile } from './preferences.ts'
import type { PermissionRules } from './permission-rules.ts'
import type { FoundModels, ProviderCatalogue, ProviderList, ProviderModels } from './providers.ts'
import type { RouteName } from './routes.ts'
import type { TerminalEnvironment } from './terminal-environment.ts'
import type { TerminalJobs } from './terminal-jobs.ts'
import type { PromptHistory, Unsent } from './unsent.ts'
import type { UsagePage } from './usage.ts'
import type { Variables } from './variables.ts'

/** The routes that answer JSON of ours, by their names in the table. */
interface RouteAnswers {
  health: { healthy: true; version: string }
  /** `expiresIn`: seconds. */
  newTicket: { ticket: string; expiresIn: number }
  logIn: LoginAnswer
  info: ConsoleInfo
  servers: ServerInfo[]
  /** Undefined: nothing was heard of it since the place that was named. */
  opening: SessionOpening | undefined
  messages: MessagePage
  choices: KnownChoices
  keepUnsent: Unsent
  pin: { pinned: readonly string[] }
  promptHistory: PromptHistory
  changeBudget: Budget
  changeHidden: Hidden
  preferences: PreferenceFile
  changePreference: PreferenceFile
  figures: ServerFigures
  usage: UsagePage
  folders: FolderLook
  agents: FolderAgents
  permissionRules: PermissionRules[]
  configuration: Configuration
  changeConfiguration: ConfigurationSaved
  settingsFile: SettingsText
  changeSettingsFile: SettingsTextSaved
  terminalJobs: TerminalJobs
  terminalEnvironment: TerminalEnvironment
  changeTerminalEnvironment: TerminalEnvironment
  providers: ProviderList
  providerModels: ProviderModels
  checkProvider: CheckReport
  foundModels: FoundModels
  providerCatalogue: ProviderCatalogue
  variables: Variables
  gitWorktrees: GitWorktree[]
  gitFile: { content: string | null }
  gitCommit: { commit: string }
  gitAct: { said: string }
  editor: { opened: true }
  credential: ServerInfo
  daemon: DaemonActionResult
}

/** Void for a route that answers 204, or something of another's. */
export type AnswerOf<Name extends RouteName> = Name extends keyof RouteAnswers ? RouteAnswers[Name] : void
