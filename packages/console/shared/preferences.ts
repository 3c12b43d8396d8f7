/**
 * The console's own settings: one file of the user's, `settings.json` in the console's folder of configuration, for every browser and the command. Written
 * by the page, or by hand. Pure.
 */

export interface Preferences {
  theme: 'system' | 'light' | 'dark'
  density: 'comfortable' | 'compact'
  textSize: 'small' | 'normal' | 'large'
  /** Names of fonts as CSS takes them; empty: the system's. */
  textFont: string
  codeFont: string
  sendBy: 'enter' | 'ctrl+enter'
  screenReader: boolean
  notifyNeedsYou: boolean
  notifyDone: boolean
  notifyFailed: boolean
  notifySound: boolean
  /** A command for files of this machine, without a shell: `code -g {file}:{line}`; empty: none. */
  editor: string
  /** From when on the daemon’s memory is warned about: `4G`, `800M`, `off`. */
  memoryLimit: string
}

export type PreferenceKey = keyof Preferences

/** What is set; what is not is the browser’s, or the default. */
export type SetPreferences = Partial<Preferences>

interface Kind<Value> {
  fallback: Value
  /** Undefined: it can't be that. */
  read: (value: unknown) => Value | undefined
  /** What it can be, in words. */
  expects: string
  /** A variable of the environment that wins. */
  variable?: string
}

const oneOf = <const Value extends string>(fallback: Value, ...others: Value[]): Kind<Value> => {
  const values = [fallback, ...others]
  return {
    fallback,
    read: (value) => values.find((one) => one === value),
    expects: `one of ${values.map((one) => `"${one}"`).join(', ')}`,
  }
}

const flag: Kind<boolean> = {
  fallback: false,
  read: (value) => (typeof value === 'boolean' ? value : undefined),
  expects: 'true or false',
}

const text = (most: number, pattern: RegExp, expects: string, variable?: string): Kind<string> => ({
  fallback: '',
  read: (value) =>
    typeof value === 'string' && value.length <= most && pattern.test(value) ? value.trim() : undefined,
  expects,
  ...(variable !== undefined && { variable }),
})

/** Nothing that would end a declaration of CSS, or fetch anything. */
const font = text(200, /^[\p{L}\p{N} ,'"._-]*$/u, 'names of fonts, with commas')

export const PREFERENCES: { [Key in PreferenceKey]: Kind<Preferences[Key]> } = {
  theme: oneOf('system', 'light', 'dark'),
  density: oneOf('comfortable', 'compact'),
  textSize: oneOf('normal', 'small', 'large'),
  textFont: font,
  codeFont: font,
  sendBy: oneOf('enter', 'ctrl+enter'),
  screenReader: flag,
  notifyNeedsYou: flag,
  notifyDone: flag,
  notifyFailed: flag,
  notifySound: flag,
  editor: text(1000, /^[^\0\r\n]*$/, 'a command such as "code -g {file}:{line}"', 'KILO_CONSOLE_EDITOR'),
  memoryLimit: {
    fallback: '4G',
    read: (value) =>
      typeof value === 'string' &&
      /^\s*(off|\d+(\.\d+)?\s*[KMGT]?(i?B)?)\s*$/i.test(value) &&
      value.length <= 40
        ? value.trim()
        : undefined,
    expects: 'a size such as "4G", "800M" or "off"',
    variable: 'KILO_MEMORY_LIMIT',
  },
}

export const PREFERENCE_KEYS = Object.keys(PREFERENCES) as PreferenceKey[]

export const isPreference = (key: unknown): key is PreferenceKey =>
  typeof key === 'string' && Object.hasOwn(PREFERENCES, key)

export interface PreferenceProblem {
  key: PreferenceKey
  /** What it can be. */
  expects: string
}

/** What a file says; what it says wrongly counts as not said, and is told. */
export function readPreferences(content: Record<string, unknown>): {
  set: SetPreferences
  problems: PreferenceProblem[]
} {
  const problems: PreferenceProblem[] = []
  const set: Record<string, unknown> = {}
  for (const key of PREFERENCE_KEYS) {
    if (!Object.hasOwn(content, key)) continue
    const value = PREFERENCES[key].read(content[key])
    if (value === undefined) problems.push({ key, expects: PREFERENCES[key].expects })
    else set[key] = value
  }
  return { set, problems }
}

/** Body of `POST /api/preferences`. */
export type PreferenceChange = {
  [Key in PreferenceKey]: { key: Key; value: Preferences[Key] }
}[PreferenceKey]

/** Answer of `GET` and `POST /api/preferences`. */
export interface PreferenceFile {
  path: string
  set: SetPreferences
  problems: PreferenceProblem[]
  /** Why nothing of the file counts, and nothing can be changed. */
  broken?: string
  /** Those that a variable of the host's environment decides, with its name. */
  overruled: Partial<Record<PreferenceKey, string>>
}
