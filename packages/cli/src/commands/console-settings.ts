import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs'
import { kiloPaths, printable, systemCode } from '@kilo-console/daemon'
import { PREFERENCE_KEYS, PREFERENCES, readPreferences } from '@kilo-console/console/shared/preferences'
import type { Report } from '../output/print.ts'

/** As the console reads it. */
const MOST_BYTES = 1024 * 1024

/** The console's own settings, each with what decides it. Exit code 1 where the file can't be read. */
export function consoleSettings(): Report {
  const file = kiloPaths().own.settings
  const { content, problem } = readFile(file)
  const { set, problems } = readPreferences(content)
  const settings = PREFERENCE_KEYS.map((key) => {
    const { fallback, variable } = PREFERENCES[key]
    const fromVariable = variable === undefined ? undefined : process.env[variable]
    if (variable !== undefined && fromVariable) return { key, value: fromVariable, source: variable }
    const own = set[key]
    return own === undefined ? { key, value: fallback, source: 'default' } : { key, value: own, source: file }
  })
  const wide = Math.max(...PREFERENCE_KEYS.map((key) => key.length)) + 2
  const troubles = [
    ...(problem === undefined ? [] : [`${file} ${problem}`]),
    ...problems.map(({ key, expects }) => `${key} has to be ${expects}: the default holds`),
  ]
  return {
    json: {
      file,
      settings: Object.fromEntries(settings.map(({ key, ...one }) => [key, one])),
      problems: troubles,
    },
    text: [
      file,
      ...settings.map(({ key, value, source }) => {
        const from = source === 'default' || source === file ? '' : `  (${source})`
        return `  ${key.padEnd(wide)}${value === '' ? '-' : printable(String(value))}${source === 'default' ? '  (default)' : from}`
      }),
      ...troubles.map((trouble) => `! ${trouble}`),
    ],
    exitCode: problem === undefined ? 0 : 1,
  }
}

function readFile(file: string): { content: Record<string, unknown>; problem?: string } {
  try {
    const text = readText(file)
    if (typeof text !== 'string') return { content: {}, ...text }
    const content: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof content === 'object' && content !== null && !Array.isArray(content))
      return { content: content as Record<string, unknown> }
    return { content: {}, problem: 'is no JSON object' }
  } catch (error) {
    const code = systemCode(error)
    if (code === 'ENOENT') return { content: {} }
    return { content: {}, problem: code === undefined ? 'is not JSON' : `can’t be read (${code})` }
  }
}

function readText(path: string): string | { problem: string } {
  // A pipe without a writer would hold up who opens it.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
  try {
    const stats = fstatSync(file)
    if (!stats.isFile()) return { problem: 'is no file' }
    return stats.size > MOST_BYTES ? { problem: 'is larger than 1 MB' } : readFileSync(file, 'utf8')
  } finally {
    closeSync(file)
  }
}
