import { assert, constantFrom, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changesBetween, holdOrder, type Looks } from './roster-changes.ts'

type Kind = 'permission' | 'question' | 'retrying' | 'working' | 'failed' | 'idle'
const one = (kind: Kind, request = ''): Looks =>
  new Map([['a', { kind, request, title: () => 'Fix login', need: () => 'bash ls' }]])
const texts = (before: Looks, after: Looks) => changesBetween(before, after).map(({ text }) => text)

describe('changesBetween', () => {
  it.each([
    ['working', 'permission', ['Fix login needs you: bash ls']],
    ['idle', 'question', ['Fix login needs you: bash ls']],
    ['working', 'idle', ['Fix login is done']],
    ['permission', 'idle', []],
    ['retrying', 'idle', ['Fix login is done']],
    ['working', 'failed', ['Fix login failed: bash ls']],
    ['failed', 'idle', []],
    ['idle', 'working', []],
    ['permission', 'working', []],
    ['working', 'working', []],
  ] as const)('from %s to %s says %j', (before, after, said) =>
    expect(texts(one(before), one(after))).toEqual(said),
  )

  it('says each request once', () => {
    expect(texts(one('permission', '1'), one('permission', '1'))).toEqual([])
    expect(texts(one('permission', '1'), one('permission', '2'))).toHaveLength(1)
  })
  it('is silent about what was not there before', () =>
    expect(texts(new Map(), one('permission'))).toEqual([]))
})

describe('holdOrder', () => {
  const keys = constantFrom('a', 'b', 'c', 'd', 'e', 'f')
  it('keeps the order of what stays and adds the rest at the end', () =>
    expect(holdOrder(['a', 'b', 'c'], ['d', 'c', 'a'])).toEqual(['a', 'c', 'd']))
  it('holds exactly what is there now', () =>
    assert(
      property(uniqueArray(keys), uniqueArray(keys), (before, after) => {
        expect(holdOrder(before, after).toSorted()).toEqual(after.toSorted())
      }),
    ))
})
