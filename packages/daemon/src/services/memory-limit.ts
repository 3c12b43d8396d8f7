import { existsSync } from 'node:fs'
import { kiloPaths } from '../state/paths.ts'
import { readSettings } from './settings.ts'

/** Above this much memory the daemon is warned about. It is never ended for it. */
export interface MemoryLimit {
  /** Undefined: none is wanted. */
  bytes: number | undefined
  /** As it was written: `4G`. */
  text: string
  /** Where that was: `KILO_MEMORY_LIMIT`, the settings file's path, or `default`. */
  source: string
  /** What could not be read; the default holds then. */
  problem?: string
}

/** An engine at rest takes 480-700 MB (engine.md). */
const DEFAULT = '4G'
const UNITS: Record<string, number> = { '': 1, K: 2 ** 10, M: 2 ** 20, G: 2 ** 30, T: 2 ** 40 }

/** `KILO_MEMORY_LIMIT`, else `"memoryLimit"` in the console's settings, else 4G. Never throws. */
export function memoryLimit(env: NodeJS.ProcessEnv = process.env): MemoryLimit {
  const named = env['KILO_MEMORY_LIMIT']
  if (named) return chooseLimit(named, 'KILO_MEMORY_LIMIT')
  const { own, former } = kiloPaths(env)
  // The console's host moves them; until one has run they are where version 0.1 had them.
  const file = existsSync(own.settings) ? own.settings : former.settings
  const { content, problem } = readSettings(file)
  if (problem !== undefined) return { ...chooseLimit(DEFAULT, 'default'), problem: `${file} ${problem}` }
  const { memoryLimit: value } = content
  if (value === undefined) return chooseLimit(DEFAULT, 'default')
  return chooseLimit(typeof value === 'string' || typeof value === 'number' ? `${value}` : 'something', file)
}

/** PURE. A text that is no size is a problem, and the default holds. */
function chooseLimit(text: string, source: string): MemoryLimit {
  const bytes = parseSize(text)
  if (bytes !== undefined) return { bytes: bytes === 0 ? undefined : bytes, text: text.trim(), source }
  const problem = `${source} says "${text.slice(0, 40)}", which is no size such as 4G, 800M or off`
  return { bytes: parseSize(DEFAULT), text: DEFAULT, source: 'default', problem }
}

/** PURE. Bytes of `4G`, `1.5 GB`, `800m`, `off` (0), in powers of 1024; undefined for anything else. */
export function parseSize(text: string): number | undefined {
  if (/^\s*off\s*$/i.test(text)) return 0
  const [, number = '', unit = ''] = /^\s*(\d+(?:\.\d+)?)\s*([KMGT]?)(?:i?B)?\s*$/i.exec(text) ?? []
  const factor = UNITS[unit.toUpperCase()]
  return number === '' || factor === undefined ? undefined : Math.round(Number(number) * factor)
}
