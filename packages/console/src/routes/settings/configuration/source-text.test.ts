import { expect, test } from 'vitest'
import type {
  ConfigurationField,
  ConfigurationSource,
  FieldOrigin,
} from '../../../../shared/configuration.ts'
import { explanation, filePath, originText, overruledBy } from './source-text.ts'

const from = { directory: '/home/ada/app', home: '/home/ada' }
const file = (kind: ConfigurationSource['kind'], path: string): ConfigurationSource => ({
  kind,
  label: kind,
  path,
  state: 'used',
})
const sources: ConfigurationSource[] = [
  { kind: 'untold-below', label: 'below', state: 'untold' },
  file('global-file', '/home/ada/.config/kilo/kilo.json'),
  file('env-file', '/etc/extra.json'),
  file('folder-file', '/home/ada/app/.kilo/kilo.jsonc'),
  { kind: 'env-content', label: 'KILO_CONFIG_CONTENT', state: 'unread' },
]
const field = (origin: FieldOrigin, ...at: number[]): ConfigurationField => ({
  path: ['share'],
  origin,
  layers: at.map((source) => ({ source, line: source + 10, shown: { value: 'auto' } })),
})

test.each([
  ['/home/ada/app/.kilo/kilo.jsonc', '.kilo/kilo.jsonc'],
  ['/home/ada/application/kilo.json', '~/application/kilo.json'],
  ['/etc/kilo/kilo.json', '/etc/kilo/kilo.json'],
  ['/home/ada/app/a\u202eb.json', 'a\uFFFDb.json'],
])('%s is %s', (path, text) => expect(filePath(path, from)).toBe(text))

test.each<[ConfigurationField | undefined, string]>([
  [undefined, 'default'],
  [field('layer', 1, 3), '.kilo/kilo.jsonc, line 13'],
  [field('layer', 1), '~/.config/kilo/kilo.json, line 11'],
  [field('layer', 2), 'KILO_CONFIG: /etc/extra.json, line 12'],
  [field('joined', 1, 3), '2 files together'],
  [field('above', 1), 'KILO_CONFIG_CONTENT or another above the files'],
  [field('untold'), 'KILO_CONFIG_CONTENT or another'],
  [field('folder'), 'a file of its own'],
  [field('default'), 'default'],
  [field('unused', 1), 'not in force'],
  [field('layer', 99), 'an unknown place'],
])('%j comes from %s', (one, text) => expect(originText(one, { sources }, from)).toBe(text))

test('nothing above the files is named that is not there', () => {
  const alone = { sources: sources.slice(0, 4) }
  expect(originText(field('above', 1), alone, from)).toBe('above the files')
  expect(originText(field('untold'), alone, from)).toBe('not told')
})

test('every origin but a file says what it means', () => {
  const said = (['above', 'untold', 'joined', 'folder', 'unused', 'default'] as const).map((origin) =>
    explanation(field(origin), sources),
  )
  expect(new Set(said).size).toBe(6)
  expect(explanation(field('layer', 1), sources)).toBeUndefined()
  expect(explanation({ ...field('layer', 1), isUnsure: true }, sources)).toContain('may set it too')
})

test.each(['above', 'unused'] as const)('a file that was changed since may be why it is %s', (origin) => {
  const newer = sources.map((one, at) => (at === 1 ? { ...one, isNewer: true as const } : one))
  expect(explanation(field(origin, 1), newer)).toContain('changed since')
  expect(explanation(field(origin, 3), newer)).not.toContain('changed since')
})

test('who would overrule what is saved is named', () => {
  const target = (path: string) => ({ path, revision: 'a', exists: true, writable: true })
  const toGlobal = { target: target('/home/ada/.config/kilo/kilo.json'), sources }
  expect(overruledBy(field('layer', 1, 3), toGlobal, from)).toContain('.kilo/kilo.jsonc, line 13')
  expect(overruledBy(field('layer', 1), toGlobal, from)).toBeUndefined()
  expect(overruledBy(undefined, toGlobal, from)).toBeUndefined()
  expect(overruledBy(field('above', 1), toGlobal, from)).toContain('above the files')
  const toNewFile = { target: target('/home/ada/app/.kilo/kilo.json'), sources }
  expect(overruledBy(field('layer', 3), toNewFile, from)).toBeUndefined()
})
