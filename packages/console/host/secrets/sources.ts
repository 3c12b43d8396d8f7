/** Where the managed daemon's secrets lie: its environment, its files of keys, and what its configuration refers to. */
import { readdir, stat } from 'node:fs/promises'
import { dirname, isAbsolute, join, resolve } from 'node:path'
import { kiloPaths } from '@kilo-console/daemon'
import { filesIn, variablesIn } from '@kilo-console/engine/secrets/hidden'
import { isSecretVariable } from '@kilo-console/engine/secrets/looks'
import { urlsHidden } from '@kilo-console/engine/secrets/in-text'
import { redact, type Hiding } from '@kilo-console/engine/secrets/redact'
import { readText } from './read-text.ts'
import { literalsIn } from './settings-in.ts'

export type Environment = ReadonlyMap<string, string>

export interface Learner {
  learn(secret: string): void
  /** `{env:NAME}` and `{file:path}` by what they stand for: all that are known by now. */
  refer(references: ReadonlyMap<string, string>): void
}

interface ConfigText {
  text: string
  folder: string
}

/** What changes when the environment does, or one of the files, or of those that they refer to: their names, sizes and times. */
export async function stampOf(env: Environment, referred: readonly string[] = []): Promise<string> {
  const files = [...keyFiles(env), ...(await configFiles(env)), ...referred]
  const stats = await oneByOne(files, (file) => stat(file).catch(() => undefined))
  return JSON.stringify([[...env], files.map((file, at) => [file, stats[at]?.size, stats[at]?.mtimeMs])])
}

/** What is known without a look at any file. */
export function learnNamed(env: Environment, to: Learner): void {
  const learn: Hiding['hide'] = (secret, isSure) => {
    if (isSure) to.learn(secret)
    return ''
  }
  for (const [name, value] of env) {
    if (isSecretVariable(name, value)) to.learn(value)
    // Who logs in to a database, and by what.
    else if (value.includes('://')) urlsHidden(value, { hide: learn, text: (text) => text }, 'link')
  }
  keysIn(env.get('KILO_AUTH_CONTENT')).forEach((key) => to.learn(key))
}

/**
 * Tells of each as it is found: a disk may not answer. Gives the files that configuration refers to. Never rejects: what cannot be
 * read is not known.
 */
export async function findSecrets(env: Environment, to: Learner): Promise<string[]> {
  learnNamed(env, to)
  for (const file of keyFiles(env)) keysIn(await readText(file)).forEach((key) => to.learn(key))
  const texts = await configTexts(env)
  for (const secret of texts.flatMap(({ text }) => literalsIn(text))) to.learn(secret)
  const references = new Map(variables(env, texts))
  to.refer(references)
  const files = referredFiles(env, texts)
  for (const { file, path } of files) {
    const value = (await readText(file))?.trim()
    if (value) references.set(value, `{file:${path}}`)
  }
  to.refer(references)
  return files.map(({ file }) => file)
}

/** A disk that does not answer takes one of the four threads that all files of the host are read with, and no more. */
async function oneByOne<T>(files: readonly string[], look: (file: string) => Promise<T>): Promise<T[]> {
  const found: T[] = []
  for (const file of files) found.push(await look(file))
  return found
}

function keyFiles(env: Environment): string[] {
  const { data } = kiloPaths(Object.fromEntries(env))
  return [join(data, 'auth.json'), join(data, 'mcp-auth.json')]
}

async function configFiles(env: Environment): Promise<string[]> {
  const folders = [kiloPaths(Object.fromEntries(env)).config, env.get('KILO_CONFIG_DIR') ?? ''].filter(
    Boolean,
  )
  const inFolders = await oneByOne(folders, async (folder) => {
    const names = await readdir(folder).catch(() => [])
    return names.filter((name) => /\.jsonc?$/.test(name)).map((name) => join(folder, name))
  })
  return [...inFolders.flat(), env.get('KILO_CONFIG') ?? ''].filter(Boolean).slice(0, 100)
}

async function configTexts(env: Environment): Promise<ConfigText[]> {
  const files = await oneByOne(await configFiles(env), async (file) => ({
    text: (await readText(file)) ?? '',
    folder: dirname(file),
  }))
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

function referredFiles(env: Environment, texts: readonly ConfigText[]): { file: string; path: string }[] {
  const { home } = kiloPaths(Object.fromEntries(env))
  return texts
    .flatMap(({ text, folder }) => filesIn(text).map((path) => ({ path, file: placeOf(path, folder, home) })))
    .slice(0, 100)
}

function placeOf(path: string, folder: string, home: string): string {
  if (path.startsWith('~/')) return join(home, path.slice(2))
  return isAbsolute(path) ? path : resolve(folder, path)
}

/** Of a login that is under way the browser has it, in the address of the page to log in at: hidden there, the login would fail. */
const withoutState = (name: string, value: unknown): unknown => (name === 'oauthState' ? undefined : value)

/** All that is named like a secret, or looks like one, in a file of keys. */
function keysIn(text: string | undefined): string[] {
  const found: string[] = []
  const note = (secret: string, sure: boolean) => {
    if (sure) found.push(secret)
    return ''
  }
  try {
    redact(JSON.parse(text ?? '', withoutState), { hide: note, text: (shown) => shown }, 'values')
  } catch {
    // A broken file of keys gives the engine none either.
  }
  return found
}
