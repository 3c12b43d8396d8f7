/** PURE: what new sessions of a folder begin with, as its settings say. */
import { shownText, type Configuration } from '../../../../shared/configuration.ts'
import { modelUses, type ModelUse } from '../models/model-uses.ts'

interface Model {
  providerID: string
  modelID: string
}

/** @param models undefined: they are not known yet. */
export function modelUse(configuration: Configuration, models: readonly Model[] | undefined): ModelUse {
  const offered = models && new Set(models.map(({ providerID, modelID }) => `${providerID}/${modelID}`))
  const [use] = modelUses(configuration, offered)
  return use ?? { path: ['model'], title: 'Default model', isMissing: false }
}

export function agentUse({ fields }: Pick<Configuration, 'fields'>): ModelUse {
  const field = fields.find(({ path }) => path.length === 1 && path[0] === 'default_agent')
  const agent = shownText(field?.shown)
  return {
    path: ['default_agent'],
    title: 'Default agent',
    isMissing: false,
    ...(agent !== undefined && { model: agent }),
    ...(field && { field }),
  }
}
