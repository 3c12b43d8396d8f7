import type { FolderRules } from '@kilo-console/engine/edge/agents'
import type { Accessor } from 'solid-js'
import { readAnswer } from '../../../sdk/answer.ts'
import { engine } from '../../../sdk/engine.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { createRead, type Read } from '../create-read.ts'

export type RulesRead = Read<FolderRules>

/** AGENTS.md of a folder, and the files that are read beside it. Of no folder there are none. */
export const createRules = (place: Accessor<ConfigurationPlace | undefined>): RulesRead =>
  createRead(place, async (asked) => (asked.directory === '' ? { files: [] } : readRules(asked)))

export const readRules = ({ serverId, directory }: Pick<ConfigurationPlace, 'serverId' | 'directory'>) =>
  readAnswer(serverId, 'folderRules', engine(serverId).config.rules({ directory }))
