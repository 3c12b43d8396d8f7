/** Where the managed daemon's secrets lie: its environment, its files of keys, and what its configuration refers to. */
import { readdir, readFile, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { kiloPaths } from '@kilo-console/daemon'
import { filesIn, isReference, variablesIn } from '@kilo-console/engine/secrets/hidden'
import { isSecretName } from '@kilo-console/engine/secrets/looks'
import { redact } from '@kilo-console/engine/secrets/redact'

export type Environment = ReadonlyMap<string, string>

export interface FoundSecrets {
  secrets: string[]
  /** `{env:NAME}` and `{file:path}` by what they stand for. */
  references: Map<string, string>
}

/** Of one file; larger ones are no configuration, and no key. */
const MOST_BYTES = 1 << 20

interface ConfigText {
  text: string
  folder: string
}

/** What changes when the environment does, or one of the files: their names, sizes and times. */
export async function stampOf(env: Environment): Promise<string> {
  const files = [...keyFiles(env), ...(await configFiles(env))]
  const stats = await Promise.all(files.map((file) => stat(file).catch(() => undefined)))
  return JSON.stringify([[...env], files.map((file, at) => [file, stats[at]?.size, stats[at]?.mtimeMs])])
}

/** Never throws: what cannot be read is not known. */
export async function findSecrets(env: Environment): Promise<FoundSecrets> {
  const texts = await configTexts(env)
  const references = new Map([...variables(env, texts), ...(await fileReferences(env, texts))])
  const keys = await Promise.all(keyFiles(env).map(readText))
  const secrets = [...keys, env.get('KILO_AUTH_CONTENT')].flatMap((text) => keysIn(text))
  const named = [...env].flatMap(([name, value]) => (isSecretName(name) ? [value] : []))
  const written = texts.flatMap(({ text }) => literalsIn(text))
  return { secrets: [...secrets, ...named, ...written], references }
}

function keyFiles(env: Environment): string[] {
  const { data } = kiloPaths(Object.fromEntries(env))
  return [join(data, 'auth.json'), join(data, 'mcp-auth.json')]
}

async function configFiles(env: Environment): Promise<string[]> {
  const folders = [kiloPaths(Object.fromEntries(env)).config, env.get('KILO_CONFIG_DIR') ?? ''].filter(
    Boolean,
  )
  const inFolders = await Promise.all(
    folders.map(async (folder) => {
      const names = await readdir(folder).catch(() => [])
      return names.filter((name) => /\.jsonc?$/.test(name)).map((name) => join(folder, name))
    }),
  )
  return [...inFolders.flat(), env.get('KILO_CONFIG') ?? ''].filter(Boolean).slice(0, 100)
}

async function configTexts(env: Environment): Promise<ConfigText[]> {
  const files = await Promise.all(
    (await configFiles(env)).map(async (file) => ({
      text: (await readText(file)) ?? '',
      folder: dirname(file),
    })),
  )
  const content = env.get('KILO_CONFIG_CONTENT') ?? ''
  return [...files, { text: content, folder: kiloPaths(Object.fromEntries(env)).home }]
}

function variables(env: Environment, texts: readonly ConfigText[]): [string, string][] {
  const names = new Set(texts.flatMap(({ text }) => variablesIn(text)))
  return [...names].flatMap((name): [string, string][] => {
    const value = env.get(name)
    return value ? [[value, `{env:${name}}`]] : []
  })
}

async function fileReferences(env: Environment, texts: readonly ConfigText[]): Promise<[string, string][]> {
  const { home } = kiloPaths(Object.fromEntries(env))
  const named = texts
    .flatMap(({ text, folder }) => filesIn(text).map((path) => ({ path, folder })))
    .slice(0, 100)
  const read = await Promise.all(
    named.map(async ({ path, folder }): Promise<[string, string]> => {
      const file = path.startsWith('~/')
        ? join(home, path.slice(2))
        : isAbsolute(path)
          ? path
          : resolve(folder, path)
      return [((await readText(file)) ?? '').trim(), `{file:${path}}`]
    }),
  )
  return read.filter(([value]) => value !== '')
}

/** What is called a secret in a text of configuration, though it be broken: the engine tells of such a file no more than its text. */
function literalsIn(text: string): string[] {
  return [...text.matchAll(/"([\w.-]{1,100})"\s*:\s*("(?:[^"\\\n]|\\.)*")/g)].flatMap(
    ([, name = '', quoted = '']) => (isSecretName(name) && !isReference(quoted) ? [unquoted(quoted)] : []),
  )
}

function unquoted(text: string): string {
  try {
    return String(JSON.parse(text))
  } catch {
    return text.slice(1, -1)
  }
}

async function readText(file: string): Promise<string | undefined> {
  try {
    const { size } = await stat(file)
    return size > MOST_BYTES ? undefined : await readFile(file, 'utf8')
  } catch {
    return undefined
  }
}

/** All that is named like a secret, or looks like one, in a file of keys. */
function keysIn(text: string | undefined): string[] {
  const found: string[] = []
  const note = (secret: string, sure: boolean) => {
    if (sure) found.push(secret)
    return ''
  }
  try {
    redact(JSON.parse(text ?? ''), { hide: note, text: (shown) => shown }, 'values')
  } catch {
    // A broken file of keys gives the engine none either.
  }
  return found
}
