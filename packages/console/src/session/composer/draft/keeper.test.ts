import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { unsentLimits, type Draft, type Unsent, type UnsentChange } from '../../../../shared/unsent.ts'
import { ProblemError } from '../../../sdk/problem.ts'
import { KEEP_MS, Keeper } from './keeper.ts'

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const draft = (text: string, at = 1): Draft => ({ text, marks: [], at })

function setUp() {
  let written: Draft | undefined
  const post = vi.fn<(change: UnsentChange) => Promise<Unsent>>(({ draft }) =>
    Promise.resolve({ sent: [], ...(draft && { draft }) }),
  )
  const offered: string[] = []
  const keeper = new Keeper({
    written: () => written,
    post,
    offer: (kept) => kept && offered.push(kept.text),
  })
  const write = (next: Draft) => {
    written = next
    keeper.note()
  }
  const posted = () => post.mock.calls.flatMap(([change]) => change.draft?.text ?? [])
  return { keeper, write, post, posted, offered }
}

test('the last of what was written is kept, once', async () => {
  const { keeper, write, posted } = setUp()
  write(draft('a'))
  write(draft('ab'))
  await vi.advanceTimersByTimeAsync(KEEP_MS)
  keeper.note()
  keeper.keep()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(posted()).toEqual(['ab'])
})

test('what could not be kept is kept later, nobody having to write on', async () => {
  const { write, post, posted } = setUp()
  post.mockRejectedValueOnce(new TypeError('no host')).mockRejectedValueOnce(new TypeError('no host'))
  write(draft('a'))
  await vi.advanceTimersByTimeAsync(KEEP_MS)
  expect(posted()).toEqual(['a'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(posted()).toEqual(['a', 'a', 'a'])
})

test('what is refused is not sent again and again', async () => {
  const { write, post, posted } = setUp()
  post.mockRejectedValueOnce(new ProblemError({ code: 'bad-unsent', message: 'too long' }, 400))
  write(draft('a'))
  await vi.advanceTimersByTimeAsync(600_000)
  expect(posted()).toEqual(['a'])
})

test('a failure that comes late does not bring what is old back', async () => {
  const { write, post, posted } = setUp()
  let fail: (error: Error) => void = () => {}
  post.mockReturnValueOnce(new Promise((_, reject) => (fail = reject)))
  write(draft('old'))
  await vi.advanceTimersByTimeAsync(KEEP_MS)
  write(draft('new', 2))
  await vi.advanceTimersByTimeAsync(KEEP_MS)
  fail(new TypeError('no host'))
  await vi.advanceTimersByTimeAsync(600_000)
  expect(posted()).toEqual(['old', 'new'])
})

test('who comes back to a page sees what was written on another, and what is only here is not lost by it', async () => {
  const { keeper, write, post, posted, offered } = setUp()
  post.mockResolvedValueOnce({ sent: [], draft: draft('of another page', 5) })
  await keeper.look()
  expect(offered).toEqual(['of another page'])
  write(draft('mine', 6))
  await keeper.look()
  expect(posted()).toEqual(['mine'])
  post.mockRejectedValueOnce(new TypeError('no host'))
  await keeper.look()
})

test('a text that is too long stays here; of its marks there are as many as may be', async () => {
  const { write, post } = setUp()
  const marks = Array.from({ length: 150 }, (_, at) => ({
    kind: 'agent' as const,
    name: 'a',
    value: '@a',
    start: at,
  }))
  write({ ...draft('@a'.repeat(150)), marks })
  await vi.advanceTimersByTimeAsync(KEEP_MS)
  expect(post.mock.lastCall?.[0].draft?.marks).toHaveLength(unsentLimits.extras)
  write(draft('x'.repeat(unsentLimits.text + 1), 2))
  await vi.advanceTimersByTimeAsync(600_000)
  expect(post).toHaveBeenCalledTimes(1)
})

test('two looks at a time ask once, the next one anew', async () => {
  const { keeper, post } = setUp()
  await Promise.all([keeper.look(), keeper.look()])
  expect(post).toHaveBeenCalledTimes(1)
  await keeper.look()
  expect(post).toHaveBeenCalledTimes(2)
})
