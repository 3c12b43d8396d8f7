/** The console's own settings: a file that people write too, so it is read whenever it is asked, and what is not ours in it stays. */
import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { ensurePrivateFolder, systemCode, writeFilePrivate } from '@kilo-console/daemon'
import {
  isPreference,
  PREFERENCE_KEYS,
  PREFERENCES,
  readPreferences,
  type PreferenceFile,
  type SetPreferences,
} from '../../shared/preferences.ts'
import { HttpProblem } from '../http/problem.ts'

const MOST_BYTES = 256 * 1024

export interface PreferencesOptions {
  file: string
  /** Of the host. */
  env: NodeJS.ProcessEnv
  /** Hears of what is set whenever it is found to be another than it was. */
  changed: (set: SetPreferences) => void
}

export interface PreferencesStore {
  /** What was set when it was read last. */
  known(): SetPreferences
  read(): Promise<PreferenceFile>
  /** Throws 400 `bad-preference`, 409 `broken-settings`, and when it cannot be written. One after the other. */
  change(change: unknown): Promise<PreferenceFile>
}

type Content = { kind: 'read'; content: Record<string, unknown> } | { kind: 'broken'; why: string }

export async function openPreferences({ file, env, changed }: PreferencesOptions): Promise<PreferencesStore> {
  let known = setIn(await readContent(file))
  let last: Promise<unknown> = Promise.resolve()

  function note(found: Content): PreferenceFile {
    const { set, problems } = toldBy(found)
    const isNews = JSON.stringify(set) !== JSON.stringify(known)
    known = set
    if (isNews) changed(set)
    const told = { path: file, set, problems, overruled: overruledBy(env) }
    return found.kind === 'read' ? told : { ...told, broken: found.why }
  }

  const read = async () => note(await readContent(file))

  async function write(change: unknown): Promise<PreferenceFile> {
    const { key, value } = askedPreference(change)
    const found = await readContent(file)
    if (found.kind === 'broken')
      throw new HttpProblem(
        409,
        'broken-settings',
        `${file} ${found.why}. It was left as it is.`,
        `edit ${file}`,
      )
    const content = { ...found.content, [key]: value }
    await ensurePrivateFolder(dirname(file))
    await writeFilePrivate(file, `${JSON.stringify(content, undefined, 2)}\n`)
    return note({ kind: 'read', content })
  }

  return {
    known: () => known,
    read,
    change(change) {
      const writing = last.then(() => write(change))
      last = writing.catch(() => undefined)
      return writing
    },
  }
}

const toldBy = (found: Content) => readPreferences(found.kind === 'read' ? found.content : {})

const setIn = (found: Content): SetPreferences => toldBy(found).set

async function readContent(file: string): Promise<Content> {
  try {
    const bytes = await readFile(file)
    if (bytes.length > MOST_BYTES) return { kind: 'broken', why: 'is too large' }
    const content: unknown = JSON.parse(bytes.toString('utf8'))
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      return { kind: 'broken', why: 'is no JSON object' }
    return { kind: 'read', content: content as Record<string, unknown> }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return { kind: 'read', content: {} }
    return { kind: 'broken', why: code === undefined ? 'is not JSON' : `can’t be read (${code})` }
  }
}

/** PURE. Throws 400 `bad-preference`. */
export function askedPreference(change: unknown): { key: string; value: unknown } {
  const { key, value } = (typeof change === 'object' ? (change ?? {}) : {}) as Record<string, unknown>
  if (!isPreference(key)) throw new HttpProblem(400, 'bad-preference', 'There is no such setting.')
  const read = PREFERENCES[key].read(value)
  if (read === undefined)
    throw new HttpProblem(400, 'bad-preference', `${key} has to be ${PREFERENCES[key].expects}.`)
  return { key, value: read }
}

/** PURE. */
export function overruledBy(env: NodeJS.ProcessEnv): PreferenceFile['overruled'] {
  return Object.fromEntries(
    PREFERENCE_KEYS.flatMap((key) => {
      const { variable } = PREFERENCES[key]
      return variable !== undefined && env[variable] ? [[key, variable]] : []
    }),
  )
}
