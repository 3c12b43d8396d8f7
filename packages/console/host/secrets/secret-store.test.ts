import { expect, it } from 'vitest'
import { SecretStore } from './secret-store.ts'

const KEY = 'sk-1234567890abcdef'
const idOf = (mark: string) => mark.slice('{hidden:'.length, -1)
const store = () => new SecretStore('salt')

function tellMany(into: SecretStore, many: number): string[] {
  return Array.from({ length: many }, (_, at) => into.tell(`${KEY}-${at}`, true))
}

it('what answers told is forgotten, what was told of last is not, and the server’s own never is', () => {
  const kept = store()
  const [own, first, again] = [kept.keep(`${KEY}-own`), kept.tell('first', false), kept.tell('again', false)]
  const many = tellMany(kept, 3998)
  expect(kept.tell('again', false)).toBe(again)
  expect(kept.secretOf(idOf(first))).toBe('first')
  kept.tell('one more', false)
  expect(kept.secretOf(idOf(first))).toBeUndefined()
  kept.tell('another one', true)
  expect(kept.secretOf(idOf(again))).toBe('again')
  expect(kept.secretOf(idOf(many[0] ?? ''))).toBeUndefined()
  expect(kept.forms().has(`${KEY}-0`)).toBe(false)
  expect([kept.secretOf(idOf(own)), kept.forms().get(`${KEY}-own`)]).toEqual([`${KEY}-own`, own])
})

it('what was told and turns out to be the server’s own stays, and has the same mark', () => {
  const kept = store()
  const mark = kept.tell(KEY, false)
  expect([kept.keep(KEY), kept.tell(KEY, false), kept.forms().get(KEY)]).toEqual([mark, mark, mark])
  tellMany(kept, 4001)
  expect(kept.secretOf(idOf(mark))).toBe(KEY)
})

it('of its own the first are kept, the others like all', () => {
  const kept = store()
  const marks = Array.from({ length: 4001 }, (_, at) => kept.keep(`own-${KEY}-${at}`))
  tellMany(kept, 4000)
  expect(kept.secretOf(idOf(marks[3999] ?? ''))).toBe(`own-${KEY}-3999`)
  expect(kept.secretOf(idOf(marks[4000] ?? ''))).toBeUndefined()
})

it('letters count, too', () => {
  const kept = store()
  const first = kept.tell('x'.repeat(3 << 20), true)
  kept.tell('y'.repeat(3 << 20), true)
  expect(kept.secretOf(idOf(first))).toBeUndefined()
})

it('its version tells when what is hidden everywhere changes', () => {
  const kept = store()
  const versions = [kept.version]
  for (const [secret, sure] of [
    ['short', true],
    [KEY, false],
    [KEY, true],
    [KEY, true],
  ] as const) {
    kept.tell(secret, sure)
    versions.push(kept.version)
  }
  expect(versions).toEqual([0, 0, 0, 1, 1])
})
