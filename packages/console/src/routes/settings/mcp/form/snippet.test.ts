import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSnippet } from './snippet.ts'

const one = (text: string) => {
  const read = readSnippet(text)
  if (!('drafts' in read) || read.drafts.length !== 1) throw new Error(JSON.stringify(read))
  return read.drafts[0]
}

test('as for Claude: program, arguments and variables', () => {
  const text = `{
    // from a README
    "mcpServers": {
      "github": {
        "command": "docker",
        "args": ["run", "-i", "--rm", "-e", "TOKEN", "a b", "http://x"],
        "env": { "TOKEN": "<YOUR_TOKEN>", "HOST": "\${GH_HOST:-github.com}" },
      },
    },
  }`
  expect(one(text)).toMatchObject({
    name: 'github',
    kind: 'local',
    command: 'docker run -i --rm -e TOKEN "a b" http://x',
    environment: [
      { name: 'TOKEN', value: '<YOUR_TOKEN>' },
      { name: 'HOST', value: '{env:GH_HOST}' },
    ],
    enabled: true,
  })
})

test.each([
  [
    'Cursor',
    '{"mcpServers":{"a":{"url":"https://a.example/mcp","headers":{"Authorization":"Bearer ${env:KEY}"}}}}',
    'header',
  ],
  ['Windsurf', '{"mcpServers":{"a":{"serverUrl":"https://a.example/mcp"}}}', 'browser'],
  ['VS Code', '{"servers":{"a":{"type":"http","url":"https://a.example/mcp"}},"inputs":[]}', 'browser'],
  ['VS Code’s settings', '{"mcp":{"servers":{"a":{"url":"https://a.example/mcp"}}}}', 'browser'],
  ['Kilo', '{"mcp":{"a":{"type":"remote","url":"https://a.example/mcp","oauth":false}}}', 'header'],
  ['a piece', '"a": { "url": "https://a.example/mcp" },', 'browser'],
  ['the table alone', '{"a":{"url":"https://a.example/mcp"}}', 'browser'],
])('as for %s: an address', (_, text, login) => {
  const draft = one(text)
  expect(draft).toMatchObject({ name: 'a', kind: 'remote', url: 'https://a.example/mcp', login })
  if (text.includes('KEY'))
    expect(draft?.headers).toEqual([{ name: 'Authorization', value: 'Bearer {env:KEY}' }])
})

test('one without a name, a whole line for a program, one that is off', () => {
  expect(one('{"command":"npx -y \\"a b\\"","disabled":true}')).toMatchObject({
    name: '',
    command: 'npx -y "a b"',
    enabled: false,
  })
  expect(one('{"command":["npx","-y","x"]}')).toMatchObject({ command: 'npx -y x' })
  expect(one('{"a":{"command":{"path":"npx","args":["x"]}}}')).toMatchObject({ command: 'npx x' })
})

test('several are told apart', () => {
  const read = readSnippet('{"mcpServers":{"a":{"command":"x"},"b":{"url":"https://b.example"},"c":{}}}')
  expect('drafts' in read && read.drafts.map(({ name }) => name)).toEqual(['a', 'b'])
})

test.each(['', 'npx x', '[]', '{"mcpServers":{}}', '{"a":1}', '{', 'x'.repeat(100_001)])(
  '%j is none',
  (text) => {
    expect(readSnippet(text)).toEqual({ problem: expect.any(String) })
  },
)

test('whatever is pasted, it is read or refused', () => {
  const server = fc.dictionary(
    fc.constantFrom('command', 'args', 'env', 'url', 'headers', 'type', 'disabled'),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(
      fc.oneof(
        fc.json(),
        fc.dictionary(fc.string(), server).map((mcpServers) => JSON.stringify({ mcpServers })),
        fc.string(),
      ),
      (text) => {
        expect(Object.keys(readSnippet(text))).toHaveLength(1)
      },
    ),
  )
})
