/** The console's own settings: a file that people write too, so it is read whenever it is asked, and what is not ours in it stays. */
import { dirname } from 'node:path'
import { ensurePrivateFolder } from '@kilo-console/daemon'
import {
  isPreference,
  PREFERENCE_KEYS,
  PREFERENCES,
  readPreferences,
  type PreferenceFile,
  type SetPreferences,
} from '../../shared/preferences.ts'
import { readSettingsFile, writeSettingsFile, type SettingsFile } from '../configuration/settings-file.ts'
import { HttpProblem } from '../http/problem.ts'

/** Of a file that others write all the time. */
const MOST_TRIES = 5

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

type Bag = Record<string, unknown>
type Content = { kind: 'read'; content: Bag; file: SettingsFile } | { kind: 'broken'; why: string }

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
    for (let tries = 0; tries < MOST_TRIES; tries += 1) {
      const found = await readContent(file)
      if (found.kind === 'broken') throw leftAsItIs(file, found.why)
      const content = { ...found.content, [key]: value }
      await ensurePrivateFolder(dirname(file))
      // What somebody has written in between is not lost: it is read again.
      const text = `${JSON.stringify(content, undefined, 2)}\n`
      const isWritten = await writeSettingsFile(found.file, text).catch((error: unknown) => {
        throw error instanceof HttpProblem ? leftAsItIs(file, whyOf(error)) : error
      })
      if (isWritten) return note({ ...found, content })
    }
    throw leftAsItIs(file, 'is written all the time')
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

const leftAsItIs = (file: string, why: string) =>
  new HttpProblem(409, 'broken-settings', `${file} ${why}. It was left as it is.`, `edit ${file}`)

async function readContent(path: string): Promise<Content> {
  try {
    const file = await readSettingsFile(path)
    const content: unknown = file.exists ? JSON.parse(file.text) : {}
    if (typeof content !== 'object' || content === null || Array.isArray(content))
      return { kind: 'broken', why: 'is no JSON object' }
    return { kind: 'read', content: content as Bag, file }
  } catch (error) {
    return { kind: 'broken', why: error instanceof HttpProblem ? whyOf(error) : 'is not JSON' }
  }
}

/** Of the file, as what follows its name. */
const whyOf = ({ message }: HttpProblem): string =>
  message.replace(/\.$/, '').replace(/^(It )?/, (own) => (own === '' ? 'can’t be read: ' : ''))

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
