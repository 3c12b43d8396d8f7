import { createRoot } from 'solid-js'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { expectLayer } from '../ui/coming.ts'
import { createKeyListener } from './key-listener.ts'
import { contributeCommands } from './registry.ts'

/** An element that is one of, or in one of, what these selectors name. */
class Place {
  names: readonly string[]
  constructor(...names: readonly string[]) {
    this.names = names
  }
  closest(selectors: string): Place | null {
    return this.names.some((name) => selectors.includes(name)) ? this : null
  }
}

const page = new Place()
const prompt = new Place('textarea')
const terminal = new Place('.xterm')
const message = new Place('[data-keys="messages"]')

let press: (event: KeyboardEvent) => void
let runs: string[]
let end: (() => void) | undefined

beforeEach(() => {
  vi.stubGlobal('navigator', { platform: 'Linux' })
  vi.stubGlobal('Element', Place)
  vi.stubGlobal('document', { querySelector: () => null })
  vi.stubGlobal('addEventListener', (_: string, listener: typeof press) => (press = listener))
  vi.stubGlobal('removeEventListener', () => undefined)
  runs = []
  end = createRoot((dispose) => {
    createKeyListener()
    contributeCommands(() =>
      (['new-session', 'palette'] as const).map((id) => ({ id, run: () => runs.push(id) })),
    )
    return dispose
  })
})

afterEach(() => {
  end?.()
  vi.unstubAllGlobals()
})

/** Whether others hear of it, and whether it does what it does by itself. */
function pressed(target: Place, key: string, more: Partial<KeyboardEvent> = {}) {
  let [isHeard, isDone] = [true, true]
  press({
    target: target as unknown as EventTarget,
    key,
    code: '',
    stopPropagation: () => (isHeard = false),
    preventDefault: () => (isDone = false),
    ...more,
  } as KeyboardEvent)
  return { isHeard, isDone }
}

const untouched = { isHeard: true, isDone: true }
const swallowed = { isHeard: false, isDone: false }

test.each([
  ['the page', page],
  ['the prompt', prompt],
  ['a terminal', terminal],
])('while a layer’s code is on its way, what is pressed in %s reaches nothing', (_, place) => {
  const arrived = expectLayer(() => undefined)
  for (const key of ['n', 's', 'Enter', ' ', 'Backspace']) expect(pressed(place, key)).toEqual(swallowed)
  expect(pressed(place, 's', { repeat: true })).toEqual(swallowed)
  expect(pressed(place, 'v', { ctrlKey: true })).toEqual(swallowed)
  expect(pressed(place, 'k', { ctrlKey: true })).toEqual(swallowed)
  expect(pressed(place, 'Tab')).toEqual({ isHeard: false, isDone: true })
  expect(runs).toEqual([])
  arrived()
  expect(pressed(place, 's')).toEqual(untouched)
  pressed(place, 'k', { ctrlKey: true })
  expect(runs).toEqual(['palette'])
})

test('Escape gives it up, once: held on from before it does not', () => {
  let given = 0
  expectLayer(() => (given += 1))
  expect(pressed(prompt, 'Escape', { repeat: true })).toEqual(swallowed)
  expect(given).toBe(0)
  expect(pressed(prompt, 'Escape')).toEqual(swallowed)
  expect(given).toBe(1)
  expect(pressed(prompt, 'Escape')).toEqual(untouched)
})

test('the message that offers to cancel it has its keys', () => {
  const arrived = expectLayer(() => undefined)
  expect(pressed(message, 'Enter')).toEqual(untouched)
  expect(pressed(message, 'n')).toEqual(untouched)
  expect(runs).toEqual([])
  arrived()
})
