/** PURE: the chain of places that settings come from, in the engine's order: the later one wins. */
import type { ConfigPlace, ConfigScope } from '@kilo-console/engine/edge/configuration'
import type { ConfigurationSource, SourceKind } from '../../shared/configuration.ts'
import type { FileLook, FileLooks } from './file-look.ts'

/** Of the places that the engine tells; folders and variables that only lead to files are none of them. */
const KINDS: Record<string, SourceKind> = {
  'global-file': 'global-file',
  'env-file': 'env-file',
  'project-file': 'project-file',
  'config-dir-file': 'folder-file',
  'env-content': 'env-content',
  'managed-file': 'managed-file',
}

/** Whose files a person may write. What is managed is another's. */
const EDITABLE: ReadonlySet<string> = new Set(['global-file', 'env-file', 'project-file', 'config-dir-file'])

/** What runs of this scope ends when that file is written; undefined: it is not to be written. */
export function scopeOfFile({ kind, scope, path }: ConfigPlace): ConfigScope | undefined {
  if (!EDITABLE.has(kind) || path === undefined) return undefined
  return scope === 'project' ? 'project' : 'global'
}

/** Sources that the engine reads and does not tell apart. */
const BELOW: ConfigurationSource = {
  kind: 'untold-below',
  label: 'What an organisation or a provider’s .well-known address sets',
  state: 'untold',
  why: 'This engine doesn’t tell these apart.',
}
const ABOVE: ConfigurationSource = {
  kind: 'untold-above',
  label: 'The Kilo account’s organisation, preferences managed by macOS, flags at the start',
  state: 'untold',
  why: 'This engine doesn’t tell these apart.',
}

export function sourcesOf(
  places: readonly ConfigPlace[],
  looks: FileLooks,
  skipped: ReadonlyMap<string, string>,
  /** When this run of the engine began, Unix milliseconds; undefined: not known. */
  startedAt?: number,
): ConfigurationSource[] {
  const told = places
    .filter(({ kind }) => kind in KINDS)
    .toSorted((a, b) => a.order - b.order)
    .map((place): ConfigurationSource => {
      const look = looks.get(place.path ?? '')
      const isNewer = look?.found === 'file' && startedAt !== undefined && look.changedAt > startedAt
      const edits = look && look.found !== 'unreadable' ? scopeOfFile(place) : undefined
      const source = sourceOf(place, look, skipped.get(place.path ?? ''))
      return { ...source, ...(edits && { edits }), ...(isNewer && { isNewer }) }
    })
  return [BELOW, ...told, ABOVE]
}

function sourceOf(
  place: ConfigPlace,
  look: FileLook | undefined,
  skipped: string | undefined,
): ConfigurationSource {
  const { kind, label, path, exists } = place
  const source = { kind: KINDS[kind] ?? 'folder-file', label, ...(path !== undefined && { path }) }
  if (look?.found === 'nothing' || (!look && !exists)) return { ...source, state: 'absent' }
  if (look?.found === 'unreadable') return { ...source, state: 'skipped', why: look.why }
  const broken = look?.parsed.problem
    ? `Line ${look.parsed.problem.line}: ${look.parsed.problem.message}`
    : undefined
  if (skipped !== undefined) return { ...source, state: 'skipped', why: broken ?? skipped }
  // The engine has not complained of it: it has what stood there before, or reads what is not read here.
  if (broken !== undefined)
    return { ...source, state: 'unread', why: `What is in it can’t be read from here. ${broken}` }
  if (look) return { ...source, state: 'used' }
  const unread = kind === 'env-content' ? 'What is in it isn’t told.' : 'What is in it isn’t read from here.'
  return { ...source, state: 'unread', why: unread }
}
