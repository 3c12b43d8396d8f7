/** What the files that changes go to say of things that have names there: MCP servers, providers. References are as they are written. */
import { bag, bagOf, handle } from './bounds.ts'
import { fittingEntries, type Dropped } from './check.ts'

type Named = Record<string, Record<string, unknown>>

/** There is no more of them than this in one file. */
const MOST = 1000

/** By scope, of an answer of `GET /config/overlay`. */
export const inFiles =
  (kind: 'mcp' | 'provider') =>
  (value: unknown, dropped: Dropped): Record<'global' | 'project', Named> => {
    const targets = bagOf(bagOf(value)['targets'])
    const inFile = (scope: string) =>
      fittingEntries(handle, bag, bagOf(bagOf(targets[scope])['raw'])[kind] ?? {}, MOST, dropped)
    return { global: inFile('global'), project: inFile('project') }
  }
