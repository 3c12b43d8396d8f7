/**
 * What the engine's settings interface answers, as far as it is used: which files it looked into, which of them a change goes to, what is in force,
 * what it passed over. All of it may hold secrets in clear: it is read by the host alone.
 */
import * as v from 'valibot'
import {
  among,
  bag,
  flag,
  list,
  may,
  message,
  name,
  number,
  object,
  path,
  whole,
  type Schema,
} from './bounds.ts'

export type ConfigScope = 'global' | 'project'
type Bag = Record<string, unknown>

/** The file that a change of a scope goes to. */
export interface ConfigTarget {
  path: string
  /** Of its text: a change that names an older one is refused. */
  revision: string
  exists: boolean
  writable: boolean
  /** What is in it, references to the environment as they are written. */
  raw: Bag
}

export interface ConfigOverlay {
  effective: Bag
  /** All global files, laid over each other. */
  global: Bag
  /** All files of the project. */
  project: Bag
  targets: Record<ConfigScope, ConfigTarget>
}

/** One place that was looked into. Of two, the one of the higher order wins. */
export interface ConfigPlace {
  order: number
  kind: string
  scope: string
  label: string
  path?: string
  exists: boolean
}

/** A file that was passed over, or a part of it. */
export interface ConfigWarning {
  path: string
  message: string
  /** May hold the whole text of the file. */
  detail?: string
}

/** Why a change was refused: nothing was written. */
export interface ConfigConflict {
  code: 'target-changed' | 'revision-conflict'
  target: ConfigTarget
}

export interface ConfigRefusal {
  name: string
  data: { path?: string; message?: string; issues?: { path: string[]; message: string }[] }
}

const target: Schema<ConfigTarget> = object<ConfigTarget>({
  path,
  revision: name,
  exists: flag,
  writable: flag,
  raw: bag,
})

export const configOverlay: Schema<ConfigOverlay> = object<ConfigOverlay>({
  effective: bag,
  global: bag,
  project: bag,
  targets: object<ConfigOverlay['targets']>({ global: target, project: target }),
})

export const configPlace: Schema<ConfigPlace> = object<ConfigPlace>({
  order: number,
  kind: name,
  scope: name,
  label: name,
  path: may(path),
  exists: flag,
})

export const configWarning: Schema<ConfigWarning> = object<ConfigWarning>({
  path,
  message,
  detail: may(whole),
})

export const configConflict: Schema<ConfigConflict> = object<ConfigConflict>({
  code: among<ConfigConflict['code']>('target-changed', 'revision-conflict'),
  target,
})

type Issue = NonNullable<ConfigRefusal['data']['issues']>[number]

export const configRefusal: Schema<ConfigRefusal> = object<ConfigRefusal>({
  name,
  data: object<ConfigRefusal['data']>({
    path: may(path),
    message: may(whole),
    issues: may(list(object<Issue>({ path: list(v.pipe(v.unknown(), v.transform(String))), message }), 100)),
  }),
})

/** A list stands below a key of its own. */
export const configPlaces: Schema<{ sources: unknown[] }> = object<{ sources: unknown[] }>({
  sources: list(v.unknown(), 500),
})
