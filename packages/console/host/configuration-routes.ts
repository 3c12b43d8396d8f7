/** Routes of the engine's configuration. */
import { DAEMON_ID } from '../shared/api.ts'
import type { FolderAgents } from '../shared/agents.ts'
import type {
  Configuration,
  ConfigurationSaved,
  SettingsText,
  SettingsTextSaved,
} from '../shared/configuration.ts'
import { readAgents } from './agents/read-agents.ts'
import type { PermissionRules } from '../shared/permission-rules.ts'
import { changeConfiguration } from './configuration/change-configuration.ts'
import { readConfiguration } from './configuration/read-configuration.ts'
import { scopeOf } from './configuration/place.ts'
import { changeSettingsText, readSettingsText, type AskedFile } from './configuration/settings-text.ts'
import type { Console } from './console.ts'
import { readJsonBody } from './http/body.ts'
import { readPermissionRules } from './roster/permission-rules.ts'
import type { Visit } from './routes.ts'
import { targetOf } from './target-of.ts'

/** A provider with all its models, and the path of the file. */
const MOST_BYTES = 512 * 1024

/** A text with as much again of escapes. */
const MOST_TEXT_BYTES = 4 * 1024 * 1024

function readSettings(console: Console, { params, query }: Visit<'configuration'>): Promise<Configuration> {
  const { server } = params
  const directory = query('directory') ?? ''
  return readConfiguration({
    target: targetOf(console, server),
    scope: scopeOf(query('scope'), directory),
    directory,
    startedAt: console.discovery.find(server)?.info.startedAt,
    // Another server may run elsewhere, in a container for one: its files may have the names of ours.
    isHere: server === DAEMON_ID,
    dropped: (count) => console.noteDropped(server, count),
  })
}

async function changeSetting(
  console: Console,
  { req, params, query }: Visit<'changeConfiguration'>,
): Promise<ConfigurationSaved> {
  const target = targetOf(console, params.server)
  return changeConfiguration(target, query('directory') ?? '', await readJsonBody(req, MOST_BYTES))
}

function readSettingsFile(console: Console, { params, query }: Visit<'settingsFile'>): Promise<SettingsText> {
  return readSettingsText(askedFile(console, params.server, query('directory')), query('path') ?? '')
}

async function changeSettingsFile(
  console: Console,
  { req, params, query }: Visit<'changeSettingsFile'>,
): Promise<SettingsTextSaved> {
  const asked = askedFile(console, params.server, query('directory'))
  return changeSettingsText(asked, await readJsonBody(req, MOST_TEXT_BYTES))
}

function askedFile(console: Console, server: string, directory: string | null): AskedFile {
  return {
    target: targetOf(console, server),
    directory: directory ?? '',
    isHere: server === DAEMON_ID,
    dropped: (count) => console.noteDropped(server, count),
  }
}

function readFolderAgents(console: Console, { params, query }: Visit<'agents'>): Promise<FolderAgents> {
  const { server } = params
  return readAgents({
    target: targetOf(console, server),
    directory: query('directory') ?? '',
    isHere: server === DAEMON_ID,
    dropped: (count) => console.noteDropped(server, count),
  })
}

function readRules(
  console: Console,
  { params, query }: Visit<'permissionRules'>,
): Promise<PermissionRules[]> {
  return readPermissionRules(targetOf(console, params.server), query('directory') ?? '')
}

export const configurationHandlers = {
  permissionRules: readRules,
  agents: readFolderAgents,
  configuration: readSettings,
  changeConfiguration: changeSetting,
  settingsFile: readSettingsFile,
  changeSettingsFile,
}
