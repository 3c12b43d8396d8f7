import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { expect, it, test } from 'vitest'
import { readJsonBody } from './body.ts'

const read = (text: string, type = 'application/json') =>
  readJsonBody(
    Object.assign(Readable.from([Buffer.from(text)]), {
      headers: { 'content-type': type },
    }) as unknown as IncomingMessage,
    1 << 20,
  )

test('an object comes as it was sent, without what would become its prototype', async () => {
  expect(await read('{"a":[1,{"b":null}]}')).toEqual({ a: [1, { b: null }] })
  const read1 = await read('{"__proto__":{"polluted":1},"a":{"__proto__":2}}')
  expect([Object.keys(read1), read1['a']]).toEqual([['a'], {}])
})

const nested = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`

it.each([
  ['no JSON', '{', 'bad-json'],
  ['a list', '[]', 'bad-json'],
  ['nested without end', nested(100_000), 'bad-json'],
  ['of values without end', `{"a":[${'1,'.repeat(200_000)}1]}`, 'bad-json'],
  ['too large', `{"a":"${'x'.repeat(1 << 20)}"}`, 'too-large'],
])('what is %s is refused', async (_, text, code) => {
  await expect(read(text)).rejects.toMatchObject({ code })
})

test('so is another type', async () => {
  await expect(read('{}', 'text/plain')).rejects.toMatchObject({ code: 'not-json', status: 415 })
})
