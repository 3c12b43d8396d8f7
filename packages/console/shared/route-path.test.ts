import { expect, test } from 'vitest'
import { fillPath, parsePattern, type PathPattern } from './route-path.ts'

const text = (text: string) => ({ kind: 'text', text }) as const
const param = (name: string, values?: string[]) => ({ kind: 'param', name, values }) as const

test.each<[string, PathPattern]>([
  ['', { segments: [], open: false }],
  ['health', { segments: [text('health')], open: false }],
  ['*', { segments: [], open: true }],
  ['api/*', { segments: [text('api')], open: true }],
  ['/api//servers/', { segments: [text('api'), text('servers')], open: false }],
  ['api/:server/x', { segments: [text('api'), param('server'), text('x')], open: false }],
  ['daemon/:act(stop|start)', { segments: [text('daemon'), param('act', ['stop', 'start'])], open: false }],
  ['a:b', { segments: [text('a:b')], open: false }],
  [':a-b', { segments: [text(':a-b')], open: false }],
  [':a(b)c', { segments: [text(':a(b)c')], open: false }],
])('%j is taken apart', (path, pattern) => expect(parsePattern(path)).toEqual(pattern))

test.each<[string, Record<string, string | undefined>, string]>([
  ['api/:server/*', { server: 'a/b' }, 'api/a%2Fb'],
  ['api/:server', {}, 'api/'],
  ['api', { a: '1 2', b: undefined, c: '' }, 'api?a=1%202&c='],
  ['api/:server', { server: 's', a: '1' }, 'api/s?a=1'],
])('%s is filled with %j', (path, values, filled) => expect(fillPath(path, values)).toBe(filled))
