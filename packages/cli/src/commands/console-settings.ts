import { kiloPaths, printable, readSettings } from '@kilo-console/daemon'
import { PREFERENCE_KEYS, PREFERENCES, readPreferences } from '@kilo-console/console/shared/preferences'
import type { Report } from '../output/print.ts'

/** The console's own settings, each with what decides it. Exit code 1 where the file can't be read. */
export function consoleSettings(): Report {
  const file = kiloPaths().own.settings
  const { content, problem } = readSettings(file)
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
