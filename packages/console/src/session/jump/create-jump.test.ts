import { createRoot, createSignal } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { createJump, type JumpPlace } from './create-jump.ts'

const frames: (() => void)[] = []
let press: (() => void) | undefined
beforeEach(() => {
  frames.length = 0
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => frames.push(run))
  vi.stubGlobal('addEventListener', (name: string, run: () => void) => {
    if (name === 'keydown') press = run
  })
})
afterEach(() => void vi.unstubAllGlobals())

/** A conversation of which older pages bring `pages`, one after the other. */
function world(pages: string[][], options: { fails?: boolean } = {}) {
  const [ids, setIds] = createSignal<readonly string[]>(['msg_9'])
  const [whole, setWhole] = createSignal(true)
  const [older, setOlder] = createSignal<'none' | 'there' | 'loading' | 'failed'>(
    pages.length > 0 ? 'there' : 'none',
  )
  const focused: string[] = []
  const done: string[] = []
  const row = (id: string) => ({
    dataset: { message: id },
    hidden: id === 'msg_hidden',
    isConnected: true,
    focus: () => focused.push(id),
    getBoundingClientRect: () => ({ top: 500 }),
  })
  const scroller = {
    scrollTop: 0,
    getBoundingClientRect: () => ({ top: 100 }),
    querySelectorAll: () => ids().map(row),
  }
  const loadOlder = async () => {
    setOlder('loading')
    await Promise.resolve()
    if (options.fails) return setOlder('failed')
    setIds([...(pages.shift() ?? []), ...ids()])
    return setOlder(pages.length > 0 ? 'there' : 'none')
  }
  const place: JumpPlace = {
    scroller: () => scroller as unknown as HTMLElement,
    ids,
    whole,
    older,
    loadOlder: async () => void (await loadOlder()),
    leave: () => done.push('left'),
  }
  const { jump, dispose } = createRoot((dispose) => ({ jump: createJump(place), dispose }))
  return { jump, dispose, scroller, focused, done, ids, setWhole, setOlder }
}

test('what is there comes to the upper edge, has the focus, and is followed by nothing', async () => {
  const { jump, scroller, focused, done } = world([])
  expect(await jump.to('msg_9')).toBe('there')
  expect(jump.target()).toBe('msg_9')
  expect([scroller.scrollTop, focused, done]).toEqual([388, ['msg_9'], ['left']])
})

test('what is older is loaded, page by page, and no page more', async () => {
  const { jump, ids } = world([['msg_8'], ['msg_7'], ['msg_6']])
  expect(await jump.to('msg_7')).toBe('there')
  expect(ids()).toEqual(['msg_7', 'msg_8', 'msg_9'])
})

test.each([
  ['is nowhere', [['msg_8']], {}, 'nowhere'],
  ['cannot be loaded', [['msg_8']], { fails: true }, 'failed'],
])('what %s is not jumped to', async (_, pages, options, arrival) => {
  const { jump, done } = world(pages, options)
  expect(await jump.to('msg_1')).toBe(arrival)
  expect([jump.target(), done, jump.looking()]).toEqual([undefined, [], false])
})

test('after a failure the next try loads what is older once more', async () => {
  const options = { fails: true }
  const { jump, ids } = world([['msg_8'], ['msg_7']], options)
  expect([await jump.to('msg_7'), await jump.to('msg_7')]).toEqual(['failed', 'failed'])
  options.fails = false
  expect(await jump.to('msg_7')).toBe('there')
  expect(ids()).toEqual(['msg_7', 'msg_8', 'msg_9'])
})

test('a page that is on its way is waited for, and so are rows that are not built yet', async () => {
  const { jump, setOlder, setWhole } = world([['msg_8']])
  setOlder('loading')
  setWhole(false)
  const jumping = jump.to('msg_9')
  setOlder('there')
  await Promise.resolve()
  expect(jump.target()).toBeUndefined()
  setWhole(true)
  expect(await jumping).toBe('there')
})

test('of two jumps the later one counts', async () => {
  const { jump } = world([['msg_8'], ['msg_7']])
  const first = jump.to('msg_7')
  const second = jump.to('msg_9')
  expect(await Promise.all([first, second])).toEqual(['left', 'there'])
  expect(jump.target()).toBe('msg_9')
})

test('a message that shows nothing leads to the next one', async () => {
  const { jump, focused } = world([['msg_hidden']])
  expect(await jump.to('msg_hidden')).toBe('there')
  expect(focused).toEqual(['msg_9'])
})

test('while older messages are looked through it says so, and ends when somebody stops it', async () => {
  const { jump, ids } = world([['msg_8'], ['msg_7'], ['msg_6']])
  const jumping = jump.to('msg_6')
  await Promise.resolve()
  expect(jump.looking()).toBe(true)
  jump.stop()
  expect(jump.looking()).toBe(false)
  expect(await jumping).toBe('left')
  expect(ids()).toEqual(['msg_8', 'msg_9'])
})

test('the focus stays with who has gone on meanwhile', async () => {
  const { jump, focused, scroller } = world([['msg_8']])
  const jumping = jump.to('msg_8')
  press?.()
  expect(await jumping).toBe('there')
  expect([focused, scroller.scrollTop]).toEqual([[], 388])
})

test('when the conversation is left nothing more is loaded', async () => {
  const { jump, ids, dispose } = world([['msg_8'], ['msg_7'], ['msg_6']])
  const jumping = jump.to('msg_6')
  await Promise.resolve()
  dispose()
  expect(await jumping).toBe('left')
  expect([ids(), jump.target()]).toEqual([['msg_8', 'msg_9'], undefined])
})
