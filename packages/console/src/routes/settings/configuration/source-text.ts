/** PURE: where a setting comes from, in words. */
import type {
  Configuration,
  ConfigurationField,
  ConfigurationSource,
  FieldLayer,
} from '../../../../shared/configuration.ts'
import { printablePath, tildePath } from '../../../ui/path-split.ts'

/** Where a path is looked at from. */
export interface Standpoint {
  /** Empty: no project's. */
  directory: string
  home: string | undefined
}

/** Below the project as it is from there, others with `~`. */
export function filePath(path: string, { directory, home }: Standpoint): string {
  const isInside = directory !== '' && path.startsWith(`${directory}/`)
  return printablePath(isInside ? path.slice(directory.length + 1) : tildePath(path, home))
}

/** Of the button "Source: …". */
export function originText(
  field: ConfigurationField | undefined,
  { sources }: Pick<Configuration, 'sources'>,
  from: Standpoint,
): string {
  const winner = field?.layers.at(-1)
  switch (field?.origin) {
    case undefined:
    case 'default':
      return 'default'
    case 'layer':
      return winner ? layerText(winner, sources, from) : 'default'
    case 'joined':
      return `${field.layers.length} files together`
    case 'above':
      return isContentSet(sources) ? 'KILO_CONFIG_CONTENT or another above the files' : 'above the files'
    case 'folder':
      return 'a file of its own'
    case 'untold':
      return isContentSet(sources) ? 'KILO_CONFIG_CONTENT or another' : 'not told'
    case 'unused':
      return 'not in force'
  }
}

const isContentSet = (sources: readonly ConfigurationSource[]): boolean =>
  sources.some(({ kind, state }) => kind === 'env-content' && state !== 'absent')

export function layerText(
  { source, line }: Pick<FieldLayer, 'source' | 'line'>,
  sources: readonly ConfigurationSource[],
  from: Standpoint,
): string {
  const place = sources[source]
  if (!place) return 'an unknown place'
  const name = place.path === undefined ? place.label : filePath(place.path, from)
  const by = place.kind === 'env-file' ? `KILO_CONFIG: ${name}` : name
  return line === undefined ? by : `${by}, line ${line}`
}

/** What the origin means, where a file alone does not say it. */
export function explanation(
  field: ConfigurationField | undefined,
  sources: readonly ConfigurationSource[],
): string | undefined {
  const isNewer = field?.layers.some(({ source }) => sources[source]?.isNewer) === true
  switch (field?.origin) {
    case 'above':
      return `Something above the files sets it: KILO_CONFIG_CONTENT, the Kilo account’s organisation, managed settings or a flag. This engine doesn’t say which.${isNewer ? ` Or ${NEWER}` : ''}`
    case 'untold':
      return 'No file sets it. KILO_CONFIG_CONTENT, an organisation, managed settings or a flag does: this engine doesn’t say which.'
    case 'joined':
      return 'Kilo puts the lists of these files together.'
    case 'folder':
      return 'Agents and commands may have files of their own, in the agent and command folders.'
    case 'unused':
      return `It stands in a file, and Kilo has nothing of it: it is unknown or has become another setting.${isNewer ? ` Or ${NEWER}` : ''}`
    case undefined:
    case 'default':
      return 'Nobody sets it: Kilo does what it does by itself.'
    case 'layer':
      return field.isUnsure ? UNSURE : undefined
  }
}

const NEWER = 'Kilo still has what stood there when it started: a file was changed since then.'
const UNSURE =
  'It refers to something that Kilo alone can look up. A place further down, which is not read here, may set it too and win.'

/** Why a change of the file that can be changed will not be seen; undefined: it will. */
export function overruledBy(
  field: ConfigurationField | undefined,
  { target, sources }: Pick<Configuration, 'target' | 'sources'>,
  from: Standpoint,
): string | undefined {
  if (field?.origin === 'above')
    return 'What is saved here has no effect while something above the files sets it.'
  const at = sources.findIndex(({ path }) => path !== undefined && path === target?.path)
  const above = field?.layers.findLast(({ source }) => source > at)
  return above && at !== -1
    ? `What is saved here has no effect while ${layerText(above, sources, from)} sets it.`
    : undefined
}
