import { onCleanup } from 'solid-js'
import type { SettingsText } from '../../shared/configuration.ts'
import { makeConfigurationActions, type ConfigurationActions } from './actions/configuration.ts'
import { LateSaves } from './actions/late-saves.ts'
import type { SessionActions } from './actions/sessions.ts'
import { useConsole } from './context.ts'
import type { Model } from './model.ts'

/** The text of a file as somebody has written on it, and the file that it was. */
export interface FileDraft {
  text: string
  base: SettingsText
}

interface ConfigurationPart {
  configuration: ConfigurationActions
  lateSaves: LateSaves
  /** By server and path: what is not saved is still there when one comes back. */
  drafts: Map<string, FileDraft>
}

/** Reads and changes the engine's settings. What waits to be saved outlives the page that asked for it. */
export const useConfiguration = (): ConfigurationPart => useConsole().part(makeConfiguration)

function makeConfiguration(model: Model, sessions: SessionActions): ConfigurationPart {
  const configuration = makeConfigurationActions(model, sessions)
  const lateSaves = new LateSaves(model)
  onCleanup(() => lateSaves.dispose())
  return { configuration, lateSaves, drafts: new Map() }
}
