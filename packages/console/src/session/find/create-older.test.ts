import { createRoot, createSignal } from 'solid-js'
import { expect, test } from 'vitest'
import { createOlder } from './create-older.ts'

function world(query: string, pages: number) {
  let left = pages
  const [older, setOlder] = createSignal<'none' | 'there' | 'loading' | 'failed'>('there')
  const loadOlder = async () => {
    setOlder('loading')
    await Promise.resolve()
    left -= 1
    setOlder(left > 0 ? 'there' : 'none')
  }
  return createRoot((dispose) => {
    const [asked, setAsked] = createSignal(query)
    return { dispose, ask: setAsked, loaded: () => pages - left, ...createOlder({ older, loadOlder }, asked) }
  })
}

/** All promises that are settled one after the other. */
const settled = () => new Promise((resolve) => void setTimeout(resolve))

test('what is older is loaded for a word, as far as that is done unasked', async () => {
  const { loaded, older, searchOlder } = world('word', 40)
  expect(older()).toBe('loading')
  await settled()
  expect([loaded(), older()]).toEqual([25, 'more'])
  searchOlder()
  await settled()
  expect([loaded(), older()]).toEqual([40, 'none'])
})

test('for one letter it is loaded when somebody says so: in many languages that is a word', async () => {
  const { loaded, older, searchOlder, ask } = world('水', 3)
  await settled()
  expect([loaded(), older()]).toEqual([0, 'more'])
  ask('火')
  searchOlder()
  await settled()
  expect([loaded(), older()]).toEqual([3, 'none'])
})

test('and of another letter nobody has said so', async () => {
  const { loaded, older, searchOlder, ask } = world('水', 30)
  searchOlder()
  ask('火')
  await settled()
  expect([loaded() < 30, older()]).toEqual([true, 'more'])
})
