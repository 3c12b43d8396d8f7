import { expect, test, vi } from 'vitest'
import { hashOf } from './secret.ts'
import { makeSessionTable } from './session-table.ts'

const DAYS_30 = 2_592_000_000
const login = (name: string) => ({ cookie: `cookie of ${name}`, key: `key of ${name}` })
const halves = (name: string) => ({ cookies: [`cookie of ${name}`], key: `key of ${name}` })
const idOf = (name: string) => hashOf(`cookie of ${name}`)

function tableAt(start: number) {
  const clock = { ms: start }
  return { clock, table: makeSessionTable(new Map(), () => clock.ms) }
}

/** A login of each name, and what is open with it. */
function withLogins(...names: string[]) {
  const { clock, table } = tableAt(1000)
  const ended: string[] = []
  for (const name of names) {
    table.add(login(name), '')
    table.onEnd(idOf(name), () => ended.push(name))
  }
  return { clock, table, ended }
}

test('fault 36: a login lasts for thirty days, to the millisecond, and ends what is open with it', () => {
  const { clock, table, ended } = withLogins('a')
  expect([...table.kept()]).toEqual([[idOf('a'), { key: hashOf('key of a'), expires: 1000 + DAYS_30 }]])
  clock.ms += DAYS_30 - 1
  expect([table.find(halves('a')), ended]).toEqual([idOf('a'), []])
  clock.ms += 1
  expect([table.find(halves('a')), ended, table.kept().size]).toEqual([null, ['a'], 0])
})

test('a login that nobody uses any more goes with the next', () => {
  const { clock, table, ended } = withLogins('a')
  clock.ms += 1
  table.add(login('b'), '')
  clock.ms += DAYS_30 - 1
  table.add(login('c'), '')
  expect([[...table.kept().keys()], ended]).toEqual([[idOf('b'), idOf('c')], ['a']])
})

test('fault 63: two hundred and fifty-six are kept; the oldest gives way', () => {
  const names = Array.from({ length: 256 }, (_, at) => `browser ${at}`)
  const { table, ended } = withLogins(...names)
  expect([table.kept().size, ended]).toEqual([256, []])
  table.add(login('one more'), '')
  expect([table.kept().size, ended]).toEqual([256, ['browser 0']])
  expect(table.find(halves('one more'))).toBe(idOf('one more'))
})

test('of several cookies the one counts that the key belongs to', () => {
  const { clock, table } = withLogins('a', 'b')
  const cookies = ['planted', 'cookie of a', 'cookie of b']
  expect(table.find({ cookies, key: 'key of b' })).toBe(idOf('b'))
  expect(table.find({ cookies, key: 'key of nobody' })).toBeNull()
  clock.ms += DAYS_30
  expect(table.find({ cookies, key: 'key of b' })).toBeNull()
  expect([...table.kept().keys()]).toEqual([])
})

test('a second login takes over what is open with the first, and nothing of others', () => {
  const { table, ended } = withLogins('a', 'b')
  const onEnd = vi.fn<() => void>()
  table.onEnd(idOf('b'), onEnd)
  table.add(login('a again'), 'key of a')
  expect([[...table.kept().keys()], ended]).toEqual([[idOf('b'), idOf('a again')], []])
  table.drop(idOf('a again'))
  expect(ended).toEqual(['a'])
  expect(onEnd).not.toHaveBeenCalled()
})

test('fault 58: a login without a key is an outdated one, whatever comes beside its cookie', () => {
  const kept = new Map([
    [hashOf('old'), { key: '', expires: 9 }],
    [hashOf('new'), { key: hashOf('key'), expires: 9 }],
  ])
  const table = makeSessionTable(kept, () => 1)
  const outdated = [['old'], ['new', 'old'], ['new'], ['unknown'], []].map((cookies) =>
    table.isOutdated(cookies),
  )
  expect(outdated).toEqual([true, true, false, false, false])
  expect(table.find({ cookies: ['old'], key: '' })).toBeNull()
})
