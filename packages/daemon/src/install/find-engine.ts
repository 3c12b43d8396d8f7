import { accessSync, constants, readFileSync, realpathSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { delimiter, dirname, isAbsolute, join, resolve } from 'node:path'
import { foreignPlatform } from './binary.ts'
import { KiloError } from '../errors.ts'
import { isRecord } from '../validate.ts'

export interface Engine {
  /** The real binary: no wrapper script, no link. */
  path: string
  /** From its package.json, never by running it (that costs 1-3 s). Empty when it lies in no package. */
  version: string
  source: 'KILO_ENGINE' | 'package' | 'PATH'
}

/** What our own command's package is called, in a checkout and as it is installed: a `kilo` that belongs to it is not the engine. */
const OURSELVES = new Set(['@kilo-console/cli', 'kilo-console'])
const WRAPPER = '@kilocode/cli'

/** Where the engine is. Runs nothing, and reads at once: a few looks at the disk. Throws `engine-missing`, `engine-not-executable`, `engine-wrong-platform`, `engine-is-ourselves`. */
export function findEngine(env: NodeJS.ProcessEnv = process.env): Engine {
  const named = env['KILO_ENGINE']
  if (named) return fromPath(isAbsolute(named) ? named : resolve(named), 'KILO_ENGINE')
  const installed = fromPackage(import.meta.url)
  if (installed) return fromPath(installed, 'package')
  for (const candidate of searchPath(env['PATH'] ?? '')) {
    const engine = tryPath(candidate)
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

function searchPath(path: string): string[] {
  return path
    .split(delimiter)
    .map((folder) => join(folder, platformPackage().binary))
    .filter(isFile)
}

function tryPath(candidate: string): Engine | undefined {
  try {
    return fromPath(candidate, 'PATH')
  } catch {
    return undefined
  }
}

function fromPath(named: string, source: Engine['source']): Engine {
  const path = realPath(named)
  if (!path) throw missing(named, source)
  const owner = owningPackage(path)
  if (owner && OURSELVES.has(owner.name)) {
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
  if (!isExecutable(path)) {
    throw new KiloError(
      'engine-not-executable',
      `the engine ${path} is not an executable file`,
      `chmod +x ${path}`,
      { path },
    )
  }
  const built = foreignPlatform(path)
  if (built !== undefined) throw wrongPlatform(path, built)
  return { path, version: owner?.name.startsWith(WRAPPER) ? owner.version : '', source }
}

function realPath(named: string): string | undefined {
  try {
    return realpathSync.native(named)
  } catch {
    return undefined
  }
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // Not there, or in a folder that this user may not look into: one of PATH may be another's.
    return false
  }
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return isFile(path)
  } catch {
    return false
  }
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
function owningPackage(path: string): { name: string; version: string } | undefined {
  for (const folder of [dirname(path), dirname(dirname(path))]) {
    const json = readJson(join(folder, 'package.json'))
    if (isRecord(json) && typeof json['name'] === 'string' && typeof json['version'] === 'string') {
      return { name: json['name'], version: json['version'] }
    }
  }
  return undefined
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
