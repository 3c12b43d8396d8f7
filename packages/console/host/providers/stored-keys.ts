/** What the engine's file of keys has: for whom, and of which kind. Never the keys. */
import { join } from 'node:path'
import { kiloPaths } from '@kilo-console/daemon'
import type { ProviderList, StoredKind } from '../../shared/providers.ts'
import { readText } from '../secrets/read-text.ts'
import type { Environment } from '../secrets/sources.ts'

const MOST = 1000

type Stored = Pick<ProviderList, 'stored' | 'isStoredUnused'>

/** `env`: of the process that reads the file. Never rejects. */
export async function readStored(env: Environment): Promise<Stored> {
  const content = env.get('KILO_AUTH_CONTENT')
  if (content) return { stored: storedIn(content), isStoredUnused: true }
  return { stored: storedIn(await readText(keyFile(env))) }
}

const keyFile = (env: Environment) => join(kiloPaths(Object.fromEntries(env)).data, 'auth.json')

const KINDS: ReadonlySet<unknown> = new Set<StoredKind>(['api', 'oauth', 'wellknown'])

/** PURE. What is no file of keys has none. */
function storedIn(text: string | undefined): Record<string, StoredKind> {
  const all = parsed(text)
  const entries = Object.keys(all)
    .slice(0, MOST)
    .flatMap((id): [string, StoredKind][] => {
      const type = entryOf(all, id)?.['type']
      return KINDS.has(type) ? [[id, type as StoredKind]] : []
    })
  return Object.fromEntries(entries)
}

function parsed(text: string | undefined): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text ?? '')
    return isBag(value) ? value : {}
  } catch {
    return {}
  }
}

function entryOf(all: Record<string, unknown>, id: string): Record<string, unknown> | undefined {
  const entry = Object.hasOwn(all, id) ? all[id] : undefined
  return isBag(entry) ? entry : undefined
}

const isBag = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
