import { constants } from 'node:fs'
import { access, readFile, realpath, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path'
import { foreignPlatform } from './binary.ts'
import { KiloError } from './errors.ts'
import { isRecord } from './state.ts'

export interface Engine {
  /** The real binary: no wrapper script, no link. */
  path: string
  /** From its package.json, never by running it (that costs 1-3 s). Empty when it lies in no package. */
  version: string
  source: 'KILO_ENGINE' | 'package' | 'PATH'
}

/** What our own command's package is called: a `kilo` that belongs to it is not the engine. */
const OURSELVES = '@kilo-console/cli'
const WRAPPER = '@kilocode/cli'

/** Where the engine is. Runs nothing. Throws `engine-missing`, `engine-not-executable`, `engine-wrong-platform`, `engine-is-ourselves`. */
export async function findEngine(env: NodeJS.ProcessEnv = process.env): Promise<Engine> {
  const named = env['KILO_ENGINE']
  if (named) return fromPath(isAbsolute(named) ? named : resolve(named), 'KILO_ENGINE')
  const installed = fromPackage(import.meta.url)
  if (installed) return fromPath(installed, 'package')
  for (const candidate of await searchPath(env['PATH'] ?? '')) {
    const engine = await fromPath(candidate, 'PATH').catch(() => undefined)
    if (engine) return engine
  }
  const { name } = platformPackage()
  throw new KiloError(
    'engine-missing',
    `the Kilo Code engine is not installed (${name})`,
    `npm install ${name}, or set KILO_ENGINE to the path of its binary`,
  )
}

function platformPackage(): { name: string; binary: string } {
  const windows = process.platform === 'win32'
  return {
    name: `${WRAPPER}-${windows ? 'windows' : process.platform}-${process.arch}`,
    binary: windows ? 'kilo.exe' : 'kilo',
  }
}

/** Seen from a file or file URL, as Node resolves packages. */
function fromPackage(seenFrom: string): string | undefined {
  const { name, binary } = platformPackage()
  try {
    return join(dirname(createRequire(seenFrom).resolve(`${name}/package.json`)), 'bin', binary)
  } catch {
    return undefined
  }
}

async function searchPath(path: string): Promise<string[]> {
  const found = path.split(delimiter).map((folder) => join(folder, platformPackage().binary))
  const files = await Promise.all(
    found.map((file) =>
      stat(file).then(
        (it) => it.isFile(),
        () => false,
      ),
    ),
  )
  return found.filter((_, index) => files[index])
}

async function fromPath(named: string, source: Engine['source']): Promise<Engine> {
  const path = await realpath(named).catch(() => undefined)
  if (!path) throw missing(named, source)
  const owner = await owningPackage(path)
  if (owner?.name === OURSELVES) {
    throw new KiloError(
      'engine-is-ourselves',
      `${named} is this command, not the engine`,
      'set KILO_ENGINE to the path of the engine binary',
      { path },
    )
  }
  // The published wrapper is a Node script above the real binary: the child's pid would not be the engine's.
  const beneath = owner?.name === WRAPPER ? fromPackage(path) : undefined
  if (beneath) return fromPath(beneath, source)
  if (!(await isExecutable(path))) {
    throw new KiloError(
      'engine-not-executable',
      `the engine ${path} is not an executable file`,
      `chmod +x ${path}`,
      { path },
    )
  }
  const built = await foreignPlatform(path)
  if (built !== undefined) throw wrongPlatform(path, built)
  return { path, version: owner?.name.startsWith(WRAPPER) ? owner.version : '', source }
}

async function isExecutable(path: string): Promise<boolean> {
  const isFile = await stat(path).then(
    (it) => it.isFile(),
    () => false,
  )
  return (
    isFile &&
    (await access(path, constants.X_OK).then(
      () => true,
      () => false,
    ))
  )
}

function missing(named: string, source: Engine['source']): KiloError {
  const hint =
    source === 'KILO_ENGINE' ? 'set KILO_ENGINE to the path of the engine binary, or unset it' : 'npm install'
  return new KiloError('engine-missing', `there is no engine at ${named}`, hint, { path: named })
}

function wrongPlatform(path: string, built: string): KiloError {
  return new KiloError(
    'engine-wrong-platform',
    `the engine ${path} is built for ${built}, not for this machine (${process.platform} ${process.arch})`,
    `npm install ${platformPackage().name}`,
    { path },
  )
}

/** The package.json above `<package>/bin/<file>` or `<package>/<file>`. */
async function owningPackage(path: string): Promise<{ name: string; version: string } | undefined> {
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const text = await readFile(join(folder, 'package.json'), 'utf8').catch(() => undefined)
    const json: unknown = text === undefined ? undefined : parseOrNothing(text)
    if (isRecord(json) && typeof json['name'] === 'string' && typeof json['version'] === 'string') {
      return { name: json['name'], version: json['version'] }
    }
  }
  return undefined
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
