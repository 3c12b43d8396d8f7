import { relativePath, textOf } from './input.ts'
import { field, search } from './subjects.ts'
import type { CallFacts, ToolTable } from './tool.ts'

const count =
  (key: string, one: string, many: string) =>
  ({ metadata }: CallFacts): string => {
    const found = metadata[key]
    return typeof found === 'number' ? `${found} ${found === 1 ? one : many}` : ''
  }

function resultsDetail({ metadata: { results } }: CallFacts): string {
  if (!Array.isArray(results)) return ''
  return `${results.length} ${results.length === 1 ? 'result' : 'results'}`
}

const meaning = {
  icon: 'search',
  kind: 'text',
  subject: search('query'),
  detail: resultsDetail,
  asks: 'wants to search the code',
} as const

export const searchTools: ToolTable = {
  grep: {
    icon: 'search',
    kind: 'code',
    subject: search('pattern'),
    detail: count('matches', 'match', 'matches'),
    asks: 'wants to search files',
  },
  glob: {
    icon: 'search',
    kind: 'code',
    subject: search('pattern'),
    detail: count('count', 'file', 'files'),
    asks: 'wants to list files',
  },
  codesearch: meaning,
  semantic_search: meaning,
  codebase_search: meaning,
  lsp: {
    icon: 'search',
    kind: 'code',
    subject: (input, directory) => {
      const at = typeof input['line'] === 'number' ? `:${input['line']}` : ''
      return `${textOf(input['operation'])} ${relativePath(textOf(input['filePath']), directory)}${at}`.trim()
    },
    asks: 'wants to ask a language server',
  },
  kilo_local_recall: {
    icon: 'memory',
    kind: 'text',
    subject: field('query', 'sessionID'),
    asks: 'wants to search earlier sessions',
  },
}
