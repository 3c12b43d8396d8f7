/** The engine's configuration as the page shows it: made by the host, which alone reads what may hold secrets. */
import type { ConfigScope } from '@kilo-console/engine/edge/configuration'

export type { ConfigScope }

/** From the weakest to the strongest: of `sources`, which stand in this order, the later one wins. */
export type SourceKind =
  | 'untold-below'
  | 'global-file'
  | 'env-file'
  | 'project-file'
  | 'folder-file'
  | 'env-content'
  | 'managed-file'
  | 'untold-above'

/**
 * `used`: it is there and was read. `absent`: nothing is there. `skipped`: the engine does not use it, `why` says the reason. `unread`: it is there, and
 * what is in it is not known here. `untold`: several sources that the engine doesn't tell apart.
 */
export type SourceState = 'used' | 'absent' | 'skipped' | 'unread' | 'untold'

export interface ConfigurationSource {
  kind: SourceKind
  label: string
  /** Of a file. */
  path?: string
  state: SourceState
  why?: string
  /** Its text can be read and changed; what runs of this scope ends by that. */
  edits?: ConfigScope
  /** Its file was written after this run of the engine began, which does not watch it: what is in force may be what stood there before. */
  isNewer?: true
}

/** A value that may be shown; `secret`: there is one, and it stays where it is. */
export type ShownValue = { value: unknown } | { secret: true }

/** One source that sets a field. */
export interface FieldLayer {
  /** Where it stands in `sources`. */
  source: number
  /** From 1; absent where no file of it was read. */
  line?: number
  shown: ShownValue
}

/**
 * Where what is in force comes from. `layer`: the last of the field's layers. `joined`: all of them, a list is added to the one before.
 * `above`: something that wins over all files, or what a file that `isNewer` said before. `untold`: no file that we know sets it. `folder`: a file of a folder of agents or commands.
 * `default`: nobody sets it. `unused`: a file sets it, and the engine has nothing of it.
 */
export type FieldOrigin = 'layer' | 'joined' | 'above' | 'untold' | 'folder' | 'default' | 'unused'

export interface ConfigurationField {
  /** What may be a secret in it is hidden, and has a number instead: by this path it can be changed all the same. */
  path: string[]
  /** What is in force; absent: what the engine does when nobody says anything. */
  shown?: ShownValue
  origin: FieldOrigin
  /** The winner's words refer to something that only the engine knows, and what is in a source above can't be read: that one may win. */
  isUnsure?: true
  /** Who sets it, the winner last. */
  layers: FieldLayer[]
  /** Whether the file that a change goes to sets it: that can be taken out. */
  inTarget?: true
}

export interface ConfigurationWarning {
  path: string
  message: string
  /** From 1. */
  line?: number
  hint?: string
}

/** The file that a change goes to, as it was when it was read. */
export interface ConfigurationTarget {
  path: string
  revision: string
  exists: boolean
  writable: boolean
}

/** Answer of `GET /api/servers/<id>/configuration?scope=<scope>&directory=<path>`. */
export interface Configuration {
  scope: ConfigScope
  /** Absent: nothing can be changed, because the engine can't write the files as they are: one is broken, or refers to something without quotes. */
  target?: ConfigurationTarget
  /** From the one that gives way to the one that wins. */
  sources: ConfigurationSource[]
  /** Those that somebody sets. */
  fields: ConfigurationField[]
  /** There are more fields than these. */
  more: boolean
  warnings: ConfigurationWarning[]
}

/** What a setting can be. An engine takes `null` for a way to remove one: that has a way of its own here. */
export type SettingValue = string | number | boolean | SettingValue[] | { [name: string]: SettingValue }

/** Without `value`: the field is taken out of the file. An object is laid over what stands there, a list takes its place. */
export interface FieldChange {
  path: string[]
  value?: SettingValue
}

/** Body of `POST /api/servers/<id>/configuration?directory=<path>`: written at once, or nothing of it. */
export interface ConfigurationChange {
  scope: ConfigScope
  changes: FieldChange[]
  /** What it is laid over. */
  expected: { path: string; revision: string }
}

/** `conflict`: the file is another one by now; nothing was written. `theirs`: what stands there in it, of a change of one setting. */
export type ConfigurationSaved =
  | { status: 'saved' }
  | { status: 'conflict'; target: ConfigurationTarget; theirs?: ShownValue }

/** Answer of `GET /api/servers/<id>/configuration/file?directory=<path>&path=<file>`: a file as it is written, but for what may be a secret: `{hidden:…}`. */
export interface SettingsText {
  path: string
  text: string
  revision: string
  exists: boolean
  writable: boolean
  /** What runs of this scope ends when it is written. */
  ends: ConfigScope
}

/** Body of the same with `POST`. What is hidden stays as it is where its mark still stands. */
export interface SettingsTextChange {
  path: string
  text: string
  /** Of what it is laid over. */
  revision: string
}

/**
 * `unread`: why the engine goes on with what the file said before. `conflict`: the file is another one by now. `broken`: the text is no JSON. Of both
 * nothing was written.
 */
export type SettingsTextSaved =
  | { status: 'saved'; unread?: string }
  | { status: 'conflict'; theirs: SettingsText }
  | { status: 'broken'; line: number; message: string }

/** A field by one name: `compaction.threshold_percent`. For reading: keys may hold dots themselves. */
export const fieldName = (path: readonly string[]): string => path.join('.')

/** Undefined: it is a secret, or no text. */
export const shownText = (shown: ShownValue | undefined): string | undefined =>
  shown && 'value' in shown && typeof shown.value === 'string' ? shown.value : undefined

/** What the file that a change goes to says of a field itself. */
export function inTargetOf(
  configuration: Pick<Configuration, 'target' | 'sources' | 'fields'>,
  path: readonly string[],
): ShownValue | undefined {
  const name = JSON.stringify(path)
  return belowInTarget(configuration, path).find((one) => JSON.stringify(one.path) === name)?.shown
}

/** What it says of that field and of all below it, in the order of the answer. */
export function belowInTarget(
  { target, sources, fields }: Pick<Configuration, 'target' | 'sources' | 'fields'>,
  path: readonly string[],
): { path: string[]; shown: ShownValue }[] {
  return fields
    .filter((field) => path.every((name, index) => field.path[index] === name))
    .flatMap((field) => {
      const layer = field.layers.find(({ source }) => target && sources[source]?.path === target.path)
      return layer ? [{ path: field.path, shown: layer.shown }] : []
    })
}
