import {
  belowInTarget,
  fieldName,
  type Configuration,
  type FieldChange,
} from '../../../shared/configuration.ts'
import { ProblemError } from '../../sdk/problem.ts'
import type { ConfigurationActions, ConfigurationPlace } from './configuration.ts'
import type { WantedSave } from './late-saves.ts'

/** What a file says of a setting and of all below it. */
export type Standing = ReturnType<typeof belowInTarget>

export const standingIn = (configuration: Configuration, changes: readonly FieldChange[]): Standing[] =>
  changes.map(({ path }) => belowInTarget(configuration, path))

interface WantedSettings {
  place: ConfigurationPlace
  changes: FieldChange[]
  /** What the file said of each when this was wanted. */
  before: Standing[]
  /** In words, where that is more than a setting and its value. */
  title?: string
}

/** Settings to be saved later: over the file as it is by then, unless somebody has changed these in it meanwhile. */
export function lateSettings(
  actions: Pick<ConfigurationActions, 'read' | 'save'>,
  { place, changes, before, title = titleOf(changes) }: WantedSettings,
): WantedSave {
  const stood = JSON.stringify(before)
  const save = async () => {
    const now = await actions.read(place)
    if (!now.target)
      throw new ProblemError({
        code: 'broken',
        message: 'The file can’t be read any more. It was left as it is.',
      })
    const { path, revision } = now.target
    const isChanged = JSON.stringify(standingIn(now, changes)) !== stood
    const saved = isChanged
      ? undefined
      : await actions.save(place, { changes, expected: { path, revision } }, false)
    if (saved?.status !== 'saved')
      throw new ProblemError({
        code: 'conflict',
        message: 'It was changed in its file meanwhile. Look at it, then set it again.',
      })
  }
  return { place, name: JSON.stringify(changes.map(({ path }) => path)), title, save }
}

function titleOf(changes: readonly FieldChange[]): string {
  return changes
    .map(({ path, value }) => {
      const written = typeof value === 'object' ? '…' : String(value)
      return `${fieldName(path)} ${value === undefined ? 'reset' : `= ${written}`}`
    })
    .join(', ')
}
