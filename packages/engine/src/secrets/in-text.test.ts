import { expect, it } from 'vitest'
import { urlsHidden, wordsHidden } from './in-text.ts'

/** Shows what is hidden as `#`, what is hidden everywhere as `##`. */
const telling = { hide: (_: string, sure: boolean) => (sure ? '##' : '#'), text: (text: string) => text }
const to = { hide: () => '#', text: (text: string) => text }

it('who logs in is hidden behind any scheme, also where letters stand before it', () => {
  expect(urlsHidden('see postgres+srv://u:p@h and 1http://v:p@h', to, 'server')).toBe(
    'see postgres+srv://u:#@h and 1http://v:#@h',
  )
  expect(urlsHidden(`${'x'.repeat(50)}://u:p@h`, to, 'server')).toBe(`${'x'.repeat(50)}://u:#@h`)
})

/** Steps that grow with the square of the length would be 10^10 here: minutes, not the moments that a test has. */
it.each(['x', '?', '?a', '?a=', '&', 'a://', '@', 'x://@', ':', 'x.', '-', '";'])(
  'a long run of %s costs what its length costs',
  (run) => {
    const text = `http://a.b ${run.repeat(100_000)} http://a.b`
    expect(urlsHidden(text, to, 'server').length).toBeLessThanOrEqual(text.length)
    expect(wordsHidden(['--x', text], to)).toHaveLength(2)
  },
)

it.each([
  [
    ['sh', '-c', 'npx x --token hunter2hunter -v'],
    ['sh', '-c', 'npx x --token ## -v'],
  ],
  [
    ['sh', '-c', `curl -H "Authorization: Bearer abc" -H 'X-Api-Key: def' u`],
    ['sh', '-c', `curl -H "Authorization: Bearer ##" -H 'X-Api-Key: ##' u`],
  ],
  [
    ['sh', '-c', 'TOKEN="abc" npx x  --password={env:P}'],
    ['sh', '-c', 'TOKEN="##" npx x  --password={env:P}'],
  ],
  [
    ['--header', 'Authorization: Bearer abc', '--header=Cookie: a'],
    ['--header', 'Authorization: Bearer ##', '--header=Cookie: ##'],
  ],
  [
    ['--header', 'X-Token:', 'abc', '--token', '--verbose'],
    ['--header', 'X-Token:', '##', '--token', '--verbose'],
  ],
  [
    ['npx  a\n', ' b ', ''],
    ['npx  a\n', ' b ', ''],
  ],
])('in a command secrets are found, however it is split: %j', (words, shown) => {
  expect(wordsHidden(words, telling)).toEqual(shown)
})

it.each([
  ['https://github.com/o/r/commit/9f86d081884c7d659a2feaa0c55ad0159f86d081', undefined],
  ['https://notion.so/Page-0365bff490bd55f98f5bf0365bff490b', undefined],
  ['http://localhost/#/daemon/ses_7f3a2b1c4d5eXyZ123abc', undefined],
  ['https://u:p@h/x?token=abc', 'https://u:#@h/x?token=#'],
  ['https://h/sk-proj-aBcD1234efGh5678', 'https://h/#'],
])(
  'in a text nothing is hidden everywhere for an address, and links stay what they are: %s',
  (text, shown) => {
    expect(urlsHidden(text, telling, 'text')).toBe(shown ?? text)
  },
)

it('the address of a server is a place: what is a key there is one everywhere; in a link what may be an id is not', () => {
  expect(urlsHidden('https://u:p@h/PLANT0365bff490bd55f98f5bf?token=abc', telling, 'server')).toBe(
    'https://u:##@h/##?token=##',
  )
  const id = 'https://h/550e8400-e29b-41d4-a716-446655440000'
  expect([urlsHidden(id, telling, 'server'), urlsHidden(id, telling, 'link')]).toEqual([
    'https://h/##',
    'https://h/#',
  ])
})
