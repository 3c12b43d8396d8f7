import { expect, it } from 'vitest'
import { noticeOf, NO_NOTICES, parseChoice, type NoticeChoice } from './notices.ts'
import type { Change } from './roster-changes.ts'

const ALL: NoticeChoice = { needsYou: true, done: true, failed: true, sound: false }
const change = (kind: Change['kind'], key = 'daemon/a', text = `${key} ${kind}`): Change => ({
  kind,
  key,
  text,
})

it('tells of one session in its own words', () =>
  expect(noticeOf([change('needs-you', 'daemon/a', 'Fix login needs you: bash ls')], ALL)).toEqual({
    title: 'Fix login needs you: bash ls',
    body: '',
    key: 'daemon/a',
  }))

it('tells of many at once in one, and names a few', () => {
  const many = Array.from({ length: 6 }, (_, at) => change('done', `daemon/${at}`))
  expect(noticeOf([...many, change('needs-you'), change('failed', 'daemon/f')], ALL)).toEqual({
    title: 'Sessions: 1 needs you, 1 failed, 6 are done',
    body: 'daemon/0 done\ndaemon/1 done\ndaemon/2 done\ndaemon/3 done\nand 4 more',
    key: undefined,
  })
})

it('takes the last word of a session', () =>
  expect(noticeOf([change('needs-you'), change('done')], ALL)?.title).toBe('daemon/a done'))

it.each([
  ['needsYou', 'needs-you'],
  ['done', 'done'],
  ['failed', 'failed'],
] as const)('with %s alone it tells of %s alone', (wanted, kind) => {
  const choice = { ...NO_NOTICES, [wanted]: true }
  const all = (['needs-you', 'done', 'failed'] as const).map((each) => change(each, `daemon/${each}`))
  expect(noticeOf(all, choice)?.title).toBe(`daemon/${kind} ${kind}`)
})

it('tells of nothing that nobody wants', () => {
  expect(noticeOf([change('done')], { ...NO_NOTICES, sound: true })).toBeUndefined()
  expect(noticeOf([], ALL)).toBeUndefined()
})

it.each([null, '', 'torn', '5', 'null', '[]', '{"done":1}', '"done"'])(
  'what is no choice (%j) is none',
  (text) => expect(parseChoice(text)).toEqual(NO_NOTICES),
)
it('a choice comes back as it was kept', () => expect(parseChoice(JSON.stringify(ALL))).toEqual(ALL))
