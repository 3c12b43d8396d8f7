import fc from 'fast-check'
import { expect, test } from 'vitest'
import { withoutSecrets } from './secret-text.ts'

const whole = (text: string) => withoutSecrets(text, { hide: (secret) => `<${secret}>`, shortens: false })

test.each([
  ["curl -H 'Authorization: Bearer sk-1' *", "curl -H 'Authorization: Bearer <sk-1>' *"],
  ['Authorization: Basic dTpw', 'Authorization: Basic <dTpw>'],
  ["curl -H 'X-Api-Key: abc' *", "curl -H 'X-Api-Key: <abc>' *"],
  ['curl -u ada:abc https://x.example/*', 'curl -u <ada:abc> https://x.example/*'],
  ['mysql -pabc *', 'mysql -p<abc> *'],
  ['sshpass -p abc ssh *', 'sshpass -p <abc> ssh *'],
  ['API_KEY=abc npm run *', 'API_KEY=<abc> npm run *'],
  ['PGPASSWORD=abc psql', 'PGPASSWORD=<abc> psql'],
  ['DB=Ab1 run', 'DB=<Ab1> run'],
  ['run --token abc --force', 'run --token <abc> --force'],
  ['run --token=abc', 'run --token=<abc>'],
  ['{"apiKey": "abc"}', '{"apiKey": "<abc>"}'],
  ['psql postgres://ada:abc@db.example/x?sslkey=1', 'psql postgres://<ada:abc>@db.example/x?<sslkey=1>'],
  ['rsync ada:abc@host.example:/x', 'rsync <ada:abc>@host.example:/x'],
  ['https://a b:abc@x.example', 'https://a <b:abc>@x.example'],
  ['https://ada:a bc@x.example', '<https://ada:a bc@x.example>'],
  ['see sk-0123456789', 'see <sk-0123456789>'],
  ['see 3f2a9c71e0b64d5f88aa11', 'see <3f2a9c71e0b64d5f88aa11>'],
])('%j is shown as %j', (text, shown) => {
  expect(whole(text)).toBe(shown)
})

test.each([
  'git push *',
  'npm run env',
  'npm-run-all build',
  'NODE_ENV=test npm run *',
  'git log --format=%H',
  'run --token $TOKEN',
  'API_KEY={env:KEY} run',
  'Bearer {env:TOKEN}',
  'claude-sonnet-4-5-20250929',
  '~/projects/2024-11-26/**',
  'npm:foo@1.2.3',
  'https://docs.example/a/b/*',
  'file:///w/a b.ts',
])('nothing of %j is hidden', (text) => {
  expect(whole(text)).toBe(text)
})

test('where a secret stands in a text, it is not in what is shown', () => {
  const around = fc.array(
    fc.constantFrom(' ', '"', "'", 'x', 'git', '=', ':', '\0', '0', '{env:A}', 'https://a.b/'),
  )
  const secret = fc.stringMatching(/^[a-z]{3}Q[a-z]{4}$/)
  const place = fc.constantFrom<(text: string) => string>(
    (text) => ` Authorization: Bearer ${text} `,
    (text) => ` --password ${text} `,
    (text) => ` API_TOKEN=${text} `,
    (text) => ` https://${text}@x.example/ `,
    (text) => ` https://x.example/?a=${text} `,
    (text) => ` sk-${text} `,
  )
  fc.assert(
    fc.property(around, secret, place, around, (before, text, make, after) => {
      const shown = withoutSecrets([...before, make(text), ...after].join(''), {
        hide: () => '…',
        shortens: true,
      })
      expect(shown).not.toContain(text)
    }),
  )
})

test('a long text has an end, and costs little', () => {
  const texts = ['a', '-', 'a:', 'curl -u ', 'a=', 'https://a/ '].map((text) => text.repeat(1e5))
  const begun = performance.now()
  for (const text of texts) expect(whole(text).length).toBeLessThan(20_000)
  // A file may hold hundreds of these.
  const word = `${'x'.repeat(3999)} x`
  for (let times = 0; times < 60; times += 1) expect(whole(word)).toBe(`${word.slice(0, -1)}…`)
  expect(performance.now() - begun).toBeLessThan(2000)
})
