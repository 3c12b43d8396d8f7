import { createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { createStart } from './create-start.ts'

function world() {
  const scroller = new EventTarget()
  let inSight = 'msg_5'
  return createRoot((dispose) => ({
    dispose,
    start: createStart(scroller, () => inSight),
    show: (id: string) => (inSight = id),
    scroll: (how: string) => scroller.dispatchEvent(new Event(how)),
  }))
}

test('where the search has led is not where it begins next', () => {
  const { start, show } = world()
  show('msg_3')
  expect([start.from(), start.from()]).toEqual(['msg_5', 'msg_5'])
})

test.each(['wheel', 'touchmove', 'pointerdown', 'keydown'])('where the reader went by %s is', (how) => {
  const { start, show, scroll } = world()
  scroll(how)
  show('msg_7')
  expect(start.from()).toBe('msg_7')
  show('msg_2')
  expect(start.from()).toBe('msg_7')
})

test('and so is the match that somebody went to, until the reader scrolls on', () => {
  const { start, show, scroll } = world()
  scroll('wheel')
  start.set('msg_1')
  show('msg_9')
  expect(start.from()).toBe('msg_1')
  scroll('wheel')
  expect(start.from()).toBe('msg_9')
})

test('nobody listens when the search is over', () => {
  const { start, show, scroll, dispose } = world()
  dispose()
  scroll('wheel')
  show('msg_9')
  expect(start.from()).toBe('msg_5')
})
