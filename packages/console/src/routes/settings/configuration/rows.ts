/** PURE: the settings as they are listed: those that the page knows and those that somebody sets, by what they belong to. */
import {
  fieldName,
  type Configuration,
  type ConfigurationField,
  type ShownValue,
} from '../../../../shared/configuration.ts'
import { CATALOGUE, type KnownSetting } from './catalogue.ts'

export interface SettingRow {
  /** Its path, as a key. */
  id: string
  path: readonly string[]
  name: string
  /** Absent: nobody sets it. */
  field?: ConfigurationField
  /** Absent: it is no simple value, or not known. */
  known?: KnownSetting
}

export interface SettingGroup {
  /** Its title, as a key. */
  id: string
  title: string
  rows: SettingRow[]
}

/** No plain object: a file may name a setting `toString`. */
const TITLES = new Map(
  Object.entries({
    agent: 'Agents',
    attachment: 'Attachments',
    command: 'Commands',
    compaction: 'Compaction',
    experimental: 'Experimental',
    formatter: 'Formatters',
    indexing: 'Indexing',
    lsp: 'Language servers',
    mcp: 'MCP servers',
    permission: 'Permissions',
    provider: 'Providers',
    sandbox: 'Sandbox',
    tool_output: 'Outputs of tools',
  }),
)

/** Every word of `query` is in its name, its title, its value or its file, or it `stays` whatever is looked for. Groups stand in the order of their titles, what has no group is first. */
export function groupSettings(
  configuration: Configuration,
  query: string,
  stays: (row: SettingRow) => boolean = () => false,
): SettingGroup[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean)
  const groups = new Map<string, SettingRow[]>()
  for (const row of allRows(configuration)) {
    const said = textOf(row, configuration)
    if (!words.every((word) => said.includes(word)) && !stays(row)) continue
    const title = titleOf(row.path)
    groups.set(title, [...(groups.get(title) ?? []), row])
  }
  return [...groups]
    .map(([title, rows]) => ({ id: title, title, rows }))
    .toSorted(
      (a, b) => Number(b.title === GENERAL) - Number(a.title === GENERAL) || a.title.localeCompare(b.title),
    )
}

const GENERAL = 'General'

function titleOf(path: readonly string[]): string {
  const [first = ''] = path
  return TITLES.get(first) ?? (path.length === 1 ? GENERAL : first)
}

function allRows({ fields }: Configuration): SettingRow[] {
  const byId = new Map(fields.map((field) => [JSON.stringify(field.path), field]))
  const known = CATALOGUE.map((setting): SettingRow => {
    const id = JSON.stringify(setting.path)
    const field = byId.get(id)
    byId.delete(id)
    return rowOf(id, setting.path, field, setting)
  })
  return [...known, ...[...byId].map(([id, field]) => rowOf(id, field.path, field))]
}

const rowOf = (
  id: string,
  path: readonly string[],
  field: ConfigurationField | undefined,
  known?: KnownSetting,
): SettingRow => ({ id, path, name: fieldName(path), ...(field && { field }), ...(known && { known }) })

function textOf({ name, known, field }: SettingRow, { sources }: Configuration): string {
  const files = field?.layers.map(({ source }) => sources[source]?.path ?? '') ?? []
  return [name, known?.title ?? '', textOfField(field), ...files].join(' ').toLowerCase()
}

/** What is in force; empty: nothing is set. */
export const textOfField = (field: ConfigurationField | undefined): string =>
  field?.shown ? writeValue(field.shown) : ''

/** What is longer is shown without its end. */
export const MOST_TEXT = 300

/** As it stands in a file, texts without quotes; of a secret only that there is one. */
export function writeValue(shown: ShownValue): string {
  if ('secret' in shown) return 'set'
  const { value } = shown
  const text =
    typeof value === 'string'
      ? value
      : Array.isArray(value)
        ? writeList(value)
        : (JSON.stringify(value) ?? '')
  return text.length > MOST_TEXT ? `${text.slice(0, MOST_TEXT - 1)}…` : text
}

const writeList = (items: readonly unknown[]): string =>
  items.map((item) => (typeof item === 'string' ? item : JSON.stringify(item))).join(', ')
