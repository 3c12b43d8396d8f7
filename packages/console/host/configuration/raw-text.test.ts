import fc from 'fast-check'
import { expect, test } from 'vitest'
import { coverSecrets, uncoverSecrets } from './raw-text.ts'

const KNOWN = 'hunter2-of-old'
const holdsKnown = (text: string) => text.includes(KNOWN)
const cover = (text: string) => coverSecrets(text, holdsKnown)
const shown = (text: string) => cover(text).text.replace(/\{hidden:[\da-f]{12}\}/g, '#')

const FILE = `{
  // Of all projects.
  "share": "manual",
  "provider": { "mine": {
    "name": "Mine",
    "options": { "baseURL": "https://ada:planted@host/v1", "apiKey": "planted", "timeout": 5 },
    "models": { "a": { "name": "A", "options": { "reasoningEffort": "high" } } },
  } },
  /* "apiKey": "planted" */
  "mcp": {
    "files": {
      "type": "local",
      "command": ["npx", "-y", "files", "--token", "planted"],
      "environment": { "FOO": "planted", "BAR": "{env:BAR}" }
    },
    "far": { "type": "remote", "url": "https://h/x?token=planted", "headers": { "X-Any": "planted" } }
  },
  "permission": { "bash": { "curl -H 'Authorization: Bearer planted' *": "deny", "git *": "allow" } },
  "username": "hunter2-of-old"
}
`

test('what may be a secret is hidden, everything else is as it was written', () => {
  expect(shown(FILE)).not.toContain('planted')
  expect(shown(FILE)).not.toContain(KNOWN)
  for (const line of [
    '  // Of all projects.',
    '  "share": "manual",',
    '    "options": { "baseURL": "#", "apiKey": "#", "timeout": 5 },',
    '    "models": { "a": { "name": "A", "options": { "reasoningEffort": "high" } } },',
    '  /*#*/',
    '      "command": ["npx", "-y", "files", "--token", "#"],',
    '      "environment": { "FOO": "#", "BAR": "{env:BAR}" }',
    '  "permission": { "bash": { "#": "deny", "git *": "allow" } },',
    '  "username": "#"',
  ])
    expect(shown(FILE).split('\n')).toContain(line)
})

test('put back, it is the same file', () => {
  const { text, hidden } = cover(FILE)
  expect(uncoverSecrets(text, hidden)).toBe(FILE)
  expect(uncoverSecrets(text.replace('"share": "manual"', '"share": "auto"'), hidden)).toBe(
    FILE.replace('"share": "manual"', '"share": "auto"'),
  )
  expect(() => uncoverSecrets('{ "apiKey": "{hidden:0123456789ab}" }', hidden)).toThrow('write what is meant')
})

test.each([
  ['{ "apiKey": "planted" "share": "auto" }', '{ "apiKey": "#" "share": "#" }'],
  ['{ "share": tru, "b": ["planted"], "c": true }', '{ "share": #, "b": ["#"], "c": true }'],
  ['{ apiKey: "planted" }', '{ #: "#" }'],
  ['{ "a": "planted }\n, "b": "planted" }', '{ "a": "#\n, "b": "#" }'],
  ['{ "share": "auto" } }, "b": "planted"', '{ "share": "auto" } }, "b": "#"'],
  ['{ "share": ] // planted', '{ "share": ] //#'],
  ['{ "share": ] /* planted', '{ "share": ] /*#'],
  ['{ "share": ] /*\n planted\n\n*/ 1', '{ "share": ] /*\n#\n\n*/ #'],
  ['{ "key": "planted": 1 }', '{ "key": "#": # }'],
  ['{ "a": tru, "pin": 48151623 }', '{ "a": #, "pin": # }'],
  ['{ "command": ["x", 48151623abc"] }', '{ "command": ["x", ##"#'],
  ['{ "pin": 4815/1623/abc" }', '{ "pin": #####"#'],
  ['{ "a": tru, "timeout": {env:T}, "pin": {env:T}48 }', '{ "a": #, "timeout": {env:T}, "pin": # }'],
  [
    '{ "mcp": { "x": { "environment": { "A": "planted",\n "B": ',
    '{ "mcp": { "x": { "environment": { "A": "#",\n "B": ',
  ],
  ['', ''],
])('where %j is broken nothing behind that is told', (text, told) => {
  expect(shown(text)).toBe(told)
  const { text: covered, hidden } = cover(text)
  expect(uncoverSecrets(covered, hidden)).toBe(text)
})

test('a reference without quotes is shown, and is no error', () => {
  const text = '{ "timeout": {env:T}, "share": "auto", "apiKey": {file:k}, "token": "{env:K}" }'
  expect(shown(text)).toBe(text)
})

test('a reference is shown before an error and behind it', () => {
  expect(shown('{ "apiKey": "{env:K}", "share": tru, "token": "{file:k}", "pin": "{file:k}1" }')).toBe(
    '{ "apiKey": "{env:K}", "share": #, "token": "{file:k}", "pin": "#" }',
  )
})

test('a name that stands there twice tells neither', () => {
  expect(shown('{ "apiKey": "planted", "apiKey": "planted2" }')).not.toContain('planted')
  expect(shown('{ "mcp": { "a": { "headers": { "A": "planted" } } }, "mcp": "x" }')).not.toContain('planted')
})

test.each([
  ['// "environment": { "FOO": "planted" }', '//#'],
  ['// API_KEY=planted', '//#'],
  ['// hunter2-of-old was it', '//#'],
  ['// see "share": it is for all', '// see "share": it is for all'],
  ['/*\r\n  "apiKey": "planted"\r\n\n \n  API_KEY=planted */', '/*\r\n#\r\n\n \n#*/'],
])('of comments %s is shown as %s', (comment, told) => expect(shown(`{ ${comment}\n}`)).toBe(`{ ${told}\n}`))

test('wherever a file is cut off, or lacks one sign, no secret is shown, and it can be put back', () => {
  const file = FILE.replace('ada:planted@', '').replaceAll('planted', '48151623planted')
  const signs = [...file.matchAll(/["{}[\],:]/g)].map(({ index }) => index)
  const broken = fc.oneof(
    fc.nat(file.length).map((end) => file.slice(0, end)),
    fc.constantFrom(...signs).map((at) => file.slice(0, at) + file.slice(at + 1)),
  )
  fc.assert(
    fc.property(broken, (text) => {
      const { text: covered, hidden } = cover(text)
      expect(covered).not.toMatch(/planted|48151/)
      expect(uncoverSecrets(covered, hidden)).toBe(text)
    }),
    { numRuns: 60 },
  )
})
