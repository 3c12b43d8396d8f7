/** PURE: which settings ask for which model, and whether it is there. */
import { shownText, type Configuration, type ConfigurationField } from '../../../../shared/configuration.ts'

export interface ModelUse {
  path: readonly string[]
  /** "Default model", "Agent plan". */
  title: string
  /** As `provider/model`; undefined: nobody sets it. */
  model?: string
  field?: ConfigurationField
  /** It is set, and no provider offers it. */
  isMissing: boolean
}

const ROLES: readonly (readonly [path: string, title: string])[] = [
  ['model', 'Default model'],
  ['small_model', 'Small model'],
  ['subagent_model', 'Subagent model'],
]

/** @param offered as `provider/model`; undefined: it is not known yet. */
export function modelUses(
  { fields }: Pick<Configuration, 'fields'>,
  offered: ReadonlySet<string> | undefined,
): ModelUse[] {
  const fieldAt = (path: readonly string[]) =>
    fields.find((field) => JSON.stringify(field.path) === JSON.stringify(path))
  const use = (path: readonly string[], title: string): ModelUse => {
    const field = fieldAt(path)
    const model = shownText(field?.shown)
    return {
      path,
      title,
      ...(model !== undefined && { model }),
      ...(field && { field }),
      isMissing: model !== undefined && offered?.has(model) === false,
    }
  }
  const others = fields
    .map(({ path }) => path)
    .filter(
      ([kind, , part, ...below]) =>
        (kind === 'agent' || kind === 'command') && part === 'model' && below.length === 0,
    )
    .map((path) => use(path, `${path[0] === 'agent' ? 'Agent' : 'Command'} ${path[1]}`))
  return [...ROLES.map(([name, title]) => use([name], title)), ...others]
}
