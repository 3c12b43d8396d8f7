import { expect, test } from 'vitest'
import { hostNow } from '../../../clock/host-time.ts'
import { useDraft, type Draft } from './drafts.ts'

let count = 0
const makeDraft = (): Draft => useDraft({ serverId: 'daemon', sessionId: `ses_${(count += 1)}` })
const behind = (more: string) => (text: string) => text + more
const kept = (text: string, at = 1) => ({ text, marks: [], at })

test('what the host has kept is taken, unless something was written here later', () => {
  const draft = makeDraft()
  draft.offer(kept('kept'))
  expect(draft.text()).toBe('kept')
  draft.set('typed')
  draft.offer(kept('kept'))
  expect(draft.text()).toBe('typed')
  draft.offer(kept('elsewhere', hostNow() + 1000))
  expect(draft.text()).toBe('elsewhere')
})

test('a change that was made before it was known changes what was kept, and is kept with it', () => {
  const draft = makeDraft()
  draft.change(behind(' one'))
  draft.change(behind(' two'))
  draft.change((text) => text.replace(' one', ''))
  expect([draft.text(), draft.kept()]).toEqual([' two', undefined])
  const mark = { kind: 'file', path: 'a.ts', start: 5, value: '@a.ts' } as const
  draft.offer({ text: 'read @a.ts', marks: [mark], at: 1 })
  expect(draft.kept()).toMatchObject({ text: 'read @a.ts two', marks: [mark] })
  expect(draft.text()).toBe('read @a.ts two')
})

test.each([undefined, kept('read')])('it is made once, though %j comes back with it', (first) => {
  const draft = makeDraft()
  draft.change(behind(' one'))
  draft.offer(first)
  const own = draft.kept()
  draft.offer(own)
  draft.change(behind(' two'))
  draft.offer(own)
  expect(draft.text()).toBe(`${first?.text ?? ''} one two`)
})

test('who writes here goes on from what is here', () => {
  const draft = makeDraft()
  draft.change(behind('one'))
  draft.set('one, typed')
  draft.offer(kept('kept'))
  expect(draft.text()).toBe('one, typed')
})

test('the focus is asked for until a box takes it: there may be none yet', () => {
  const draft = makeDraft()
  expect(draft.focus()).toBeUndefined()
  draft.fill('one')
  expect(draft.focus()).toEqual({ caret: 3 })
  draft.focused()
  expect(draft.focus()).toBeUndefined()
  draft.replace(0, 0, 'no ', [])
  expect(draft.focus()).toEqual({ caret: 3 })
})
