import { expect, test, vi } from 'vitest'
import { KiloError } from '../errors.ts'
import { tryThrice } from './crash-loop.ts'

const crash = (words = 'out of memory') => new KiloError('exited', words, 'kilo daemon logs', { exitCode: 3 })
const pausesMs = [0, 0]

/** What each start in a row does; the last goes on for ever. */
function starts(...outcomes: (Error | string)[]) {
  let at = 0
  return vi.fn(() => {
    const outcome = outcomes[Math.min(at++, outcomes.length - 1)] ?? ''
    return outcome instanceof Error ? Promise.reject(outcome) : Promise.resolve(outcome)
  })
}

test('fault 31: what is well at once is started once', async () => {
  const start = starts('well')
  const onCrash = vi.fn<() => void>()
  expect(await tryThrice(start, { pausesMs, onCrash })).toBe('well')
  expect([start.mock.calls.length, onCrash.mock.calls.length]).toEqual([1, 0])
})

test('fault 31: what crashes twice and is well then', async () => {
  const start = starts(crash('first'), crash('second'), 'well')
  const onCrash = vi.fn<(error: KiloError, next: number) => void>()
  expect(await tryThrice(start, { pausesMs, onCrash })).toBe('well')
  expect(onCrash.mock.calls.map(([error, next]) => [error.message, next])).toEqual([
    ['first', 2],
    ['second', 3],
  ])
})

test('fault 31: after the third crash it is given up, with the last words', async () => {
  const last = crash('third')
  const start = starts(crash('first'), crash('second'), last)
  await expect(tryThrice(start, { pausesMs })).rejects.toEqual(
    expect.objectContaining({
      code: 'exited',
      message: '3 starts in a row failed; third',
      hint: 'kilo daemon logs',
      details: { exitCode: 3, tries: 3 },
    }),
  )
  expect(start).toHaveBeenCalledTimes(3)
})

test.each([
  new KiloError('port-taken', 'the port is taken', 'x'),
  Object.assign(new Error('no'), { code: 'exited' }),
])('fault 31: what no time heals is tried once: %s', async (error) => {
  for (const first of [[], [crash(), crash()]]) {
    const start = starts(...first, error)
    await expect(tryThrice(start, { pausesMs })).rejects.toBe(error)
    expect(start).toHaveBeenCalledTimes(first.length + 1)
  }
})

test('fault 31: whoever interrupts it gets no further start', async () => {
  const start = starts(crash())
  const stop = new AbortController()
  const trying = tryThrice(start, { onCrash: () => stop.abort(), signal: stop.signal })
  await expect(trying).rejects.toMatchObject({ code: 'interrupted' })
  expect(start).toHaveBeenCalledTimes(1)
  await expect(tryThrice(start, { pausesMs, signal: stop.signal })).rejects.toMatchObject({
    code: 'interrupted',
  })
  expect(start).toHaveBeenCalledTimes(1)
})
