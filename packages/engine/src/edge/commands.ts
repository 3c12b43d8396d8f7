/** What the composer reads of an engine: commands, paths, the branch, favourites, a better wording. */
import type { Command, VcsInfo } from '@kilocode/sdk/v2/client'
import { among, handle, list, may, message, name, object, text, type Schema } from './bounds.ts'

export type KnownCommand = Pick<Command, 'name' | 'description' | 'source' | 'hints'>
export type KnownVcs = Pick<VcsInfo, 'branch'>

/** Models as both the page and the TUI remember them. */
export interface ModelState {
  favorite: { providerID: string; modelID: string }[]
}

/** Its template stays with the engine: the page sends a command by its name. */
export const command: Schema<KnownCommand> = object<KnownCommand>({
  name: handle,
  description: may(message),
  source: may(among('command', 'mcp', 'skill')),
  hints: list(name, 100),
})

export const vcs: Schema<KnownVcs> = object<KnownVcs>({ branch: may(handle) })

const model = object<ModelState['favorite'][number]>({ providerID: handle, modelID: handle })

export const modelState: Schema<ModelState> = object<ModelState>({ favorite: list(model) })

export const enhanced: Schema<{ text: string }> = object<{ text: string }>({ text })
