import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConfigurationField } from '../../shared/configuration.ts'
import type { FileLook } from './file-look.ts'
import { fieldsOf, MOST_FIELDS, type FieldsInput } from './fields.ts'
import { parseFile } from '../../shared/parse-settings.ts'
import { sourcesOf } from './sources.ts'

/** Files in the order in which they are laid over each other, by their text. */
function over(files: Record<string, string>, rest: Partial<FieldsInput> = {}): FieldsInput {
  const looks = new Map(
    Object.entries(files).map(([path, text]): [string, FileLook] => [
      path,
      { found: 'file', parsed: parseFile(text), changedAt: 5 },
    ]),
  )
  const places = [...looks.keys()].map((path, order) => ({
    order,
    kind: 'project-file',
    scope: 'project',
    label: path,
    path,
    exists: true,
  }))
  return { effective: {}, sources: sourcesOf(places, looks, new Map()), looks, told: [], ...rest }
}

const told = (input: FieldsInput) =>
  fieldsOf(input).fields.map(({ path, shown, origin, layers }) => [
    path.join('.'),
    shown && ('value' in shown ? shown.value : 'secret'),
    origin,
    // The first source of all is one that is not told.
    layers.map(({ source, line }) => [source - 1, line]),
  ])

const GLOBAL = '{\n  // mine\n  "model": "a/b",\n  "share": "manual"\n}'
const PROJECT = '{\n  "share": "auto"\n}'

test('a value is that of the last file, and who gives way to it is named with the line', () => {
  const effective = { $schema: 'x', model: 'a/b', share: 'auto', command: {} }
  expect(told(over({ '/g': GLOBAL, '/p': PROJECT }, { effective }))).toEqual([
    ['model', 'a/b', 'layer', [[0, 3]]],
    [
      'share',
      'auto',
      'layer',
      [
        [0, 4],
        [1, 2],
      ],
    ],
  ])
})

test.each<[string, string, object, unknown[]]>([
  [
    'what is in force and in no file stands above them',
    '{"share":"auto"}',
    { share: 'disabled' },
    ['disabled', 'above'],
  ],
  ['what no file sets comes from nobody that is told', '{}', { share: 'auto' }, ['auto', 'untold']],
  ['what the engine does not take is not in force', '{"share":"auto"}', {}, [undefined, 'unused']],
  [
    'one action for all is one for *',
    '{"permission":"ask"}',
    { permission: { '*': 'ask' } },
    ['ask', 'layer'],
  ],
  [
    'a reference is shown as it is written',
    '{"username":"{env:USER}"}',
    { username: 'ada' },
    ['{env:USER}', 'layer'],
  ],
  ['an agent may have a file of its own', '{}', { agent: { a: { mode: 'all' } } }, ['all', 'folder']],
  ['the engine brings plugins along', '{}', { plugin: ['@kilocode/x'] }, [['@kilocode/x'], 'default']],
  [
    'a list that something is added to stands above',
    '{"instructions":["a"]}',
    { instructions: ['a', 'z'] },
    [['a', 'z'], 'above'],
  ],
  [
    'a secret stays where it is',
    '{"mcp":{"f":{"headers":{"x":"sk"}}}}',
    { mcp: { f: { headers: { x: 'sk' } } } },
    ['secret', 'layer'],
  ],
  ['an empty table says something where a file has it', '{"lsp":{}}', { lsp: {} }, [{}, 'layer']],
])('%s', (_, file, effective, [value, origin]) => {
  const [only] = told(over({ '/p': file }, { effective: effective as Record<string, unknown> }))
  expect(only?.slice(1, 3)).toEqual([value, origin])
})

test('lists of several files are put together, whatever is references in them', () => {
  const files = { '/g': '{"instructions":["a"]}', '/p': '{"instructions":["b"]}' }
  expect(told(over(files, { effective: { instructions: ['a', 'b'] } }))[0]?.slice(1, 3)).toEqual([
    ['a', 'b'],
    'joined',
  ])
  const env = { ...files, '/p': '{"instructions":["{env:B}"]}' }
  expect(told(over(env, { effective: { instructions: ['a', 'secret'] } }))[0]?.slice(1, 3)).toEqual([
    ['a', '{env:B}'],
    'joined',
  ])
})

test.each<[string, Record<string, string>, object, unknown[]]>([
  [
    'of other lists the last one wins, whatever is references in it',
    { '/g': '{"disabled_providers":["openai"]}', '/p': '{"disabled_providers":["{env:P}"]}' },
    { disabled_providers: ['x'] },
    [['{env:P}'], 'layer'],
  ],
  [
    'a list of another length stands above one with references',
    { '/p': '{"disabled_providers":["{env:P}"]}' },
    { disabled_providers: ['x', 'y'] },
    [['x', 'y'], 'above'],
  ],
  [
    'what a reference cannot have become stands above it',
    { '/p': '{"model":"acme/{env:M}"}' },
    { model: 'other/m' },
    ['other/m', 'above'],
  ],
  [
    'what a reference may have become is its',
    { '/p': '{"model":"acme/{env:M}"}' },
    { model: 'acme/m' },
    ['acme/{env:M}', 'layer'],
  ],
  [
    'a reference without quotes may have become a number',
    { '/p': '{"tool_output":{"max_lines":{env:N}}}' },
    { tool_output: { max_lines: 7 } },
    ['{env:N}', 'layer'],
  ],
  [
    'plugins are joined where those of the file are among them',
    { '/p': '{"plugin":["./x.ts"]}' },
    { plugin: ['@kilocode/a', 'file:///w/x.ts'] },
    [['@kilocode/a', 'file:///w/x.ts'], 'joined'],
  ],
  [
    'plugins without those of the file stand above it',
    { '/p': '{"plugin":["./x.ts"]}' },
    { plugin: ['@kilocode/a'] },
    [['@kilocode/a'], 'above'],
  ],
])('%s', (_, files, effective, [value, origin]) => {
  expect(told(over(files, { effective: effective as Record<string, unknown> }))[0]?.slice(1, 3)).toEqual([
    value,
    origin,
  ])
})

test('whether a reference is in force is not sure where something above it can’t be read', () => {
  const input = over(
    { '/p': '{"model":"{env:M}","share":"auto"}' },
    { effective: { model: 'm', share: 'auto' } },
  )
  const content = { kind: 'env-content', label: 'KILO_CONFIG_CONTENT', state: 'unread' } as const
  const isUnsure = (sources: FieldsInput['sources']) =>
    fieldsOf({ ...input, sources }).fields.map((field) => field.isUnsure)
  expect(isUnsure([...input.sources, content])).toEqual([true, undefined])
  expect(isUnsure(input.sources)).toEqual([undefined, undefined])
})

test('what is planted as a name is in nothing that is told', () => {
  const effective = {
    permission: { bash: { "curl -H 'Authorization: Bearer sk-1' *": 'allow', 'git *': 'ask' } },
  }
  const { fields } = fieldsOf(over({ '/p': JSON.stringify(effective) }, { effective }))
  expect(fields.map(({ shown }) => shown)).toEqual([{ value: 'allow' }, { value: 'ask' }])
  expect(JSON.stringify(fields)).not.toContain('sk-1')
})

test('one action for all permissions can be taken out', () => {
  const permission = { path: '/p', raw: { permission: 'ask' } }
  const input = over({ '/p': '{"permission":"ask"}' }, { effective: { permission: { '*': 'ask' } } })
  expect(fieldsOf({ ...input, target: permission }).fields).toMatchObject([
    { path: ['permission', '*'], inTarget: true },
  ])
})

test('an empty table of one file sets nothing of what another has in it', () => {
  const files = { '/g': '{"watcher":{"ignore":["a"]}}', '/p': '{"watcher":{}}' }
  expect(told(over(files, { effective: { watcher: { ignore: ['a'] } } })).map(([name]) => name)).toEqual([
    'watcher.ignore',
  ])
})

test('a file that is not used sets nothing', () => {
  const files = { '/g': GLOBAL, '/p': '{"share":"auto"' }
  expect(told(over(files, { effective: { model: 'a/b', share: 'manual' } })).map((row) => row[3])).toEqual([
    [[0, 3]],
    [[0, 4]],
  ])
})

test('what the target sets can be taken out; of a server elsewhere that is all that is known of files', () => {
  const target = { path: '/p', raw: { share: 'auto' } }
  const places = [{ order: 1, kind: 'project-file', scope: 'project', label: 'p', path: '/p', exists: true }]
  const effective = { share: 'auto', model: 'a/b' }
  const { fields } = fieldsOf({
    effective,
    sources: sourcesOf(places, new Map(), new Map()),
    looks: new Map(),
    target,
    told: [target],
  })
  expect(fields).toEqual<ConfigurationField[]>([
    { path: ['model'], shown: { value: 'a/b' }, origin: 'untold', layers: [] },
    {
      path: ['share'],
      shown: { value: 'auto' },
      origin: 'layer',
      layers: [{ source: 1, shown: { value: 'auto' } }],
      inTarget: true,
    },
  ])
})

test('there is an end to fields', () => {
  const effective = Object.fromEntries(Array.from({ length: MOST_FIELDS + 1 }, (_, at) => [`k${at}`, at]))
  const { fields, more } = fieldsOf(over({}, { effective }))
  expect([fields.length, more]).toEqual([MOST_FIELDS, true])
})

test('over any files, the winner is the last that sets a field, and nothing secret is told', () => {
  const name = fc.constantFrom('model', 'share', 'username', 'small_model')
  const file = fc.dictionary(
    name,
    fc.string({ minLength: 1 }).filter((text) => !text.includes('{')),
  )
  const secret = 'sk-planted'
  fc.assert(
    fc.property(fc.array(file, { minLength: 1, maxLength: 6 }), (files) => {
      const withSecret = files.map((settings) => ({
        ...settings,
        mcp: { f: { environment: { A: secret } } },
      }))
      const effective = Object.assign({}, ...withSecret) as Record<string, unknown>
      const texts = Object.fromEntries(withSecret.map((settings, at) => [`/${at}`, JSON.stringify(settings)]))
      const { fields } = fieldsOf(over(texts, { effective }))
      expect(JSON.stringify(fields)).not.toContain(secret)
      for (const {
        path: [key = ''],
        origin,
        layers,
      } of fields) {
        expect(origin).toBe('layer')
        const setters = withSecret.flatMap((settings, at) => (Object.hasOwn(settings, key) ? [at + 1] : []))
        expect(layers.map(({ source }) => source)).toEqual(setters)
      }
    }),
  )
})
