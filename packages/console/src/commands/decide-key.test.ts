import { describe, expect, it } from 'vitest'
import { decideKey, pressOf, strokeOf, type Focus, type Pending } from './decide-key.ts'

const press = (key: string, held = '') => ({
  key,
  ctrl: held.includes('c'),
  meta: held.includes('m'),
  alt: held.includes('a'),
  shift: held.includes('s'),
})

it.each([
  ['k', '', 'k'],
  ['K', 's', 'shift+k'],
  ['?', 's', '?'],
  ['k', 'c', 'ctrl+k'],
  ['k', 'm', 'meta+k'],
  ['ArrowDown', 'cs', 'ctrl+shift+down'],
  ['G', 'cs', 'ctrl+shift+g'],
  ['Escape', '', 'esc'],
  [' ', '', 'space'],
  [' ', 's', 'shift+space'],
  ['Enter', 'a', 'alt+enter'],
  ['ArrowUp', '', 'up'],
  ['ArrowLeft', '', 'left'],
  ['ArrowRight', '', 'right'],
  ['F10', 's', 'shift+f10'],
  ['لا', 's', 'shift+لا'],
  ['1', 's', '1'],
  ['Shift', 's', undefined],
  ['Dead', '', undefined],
])('%j with %j held is %s', (key, held, stroke) => expect(strokeOf(press(key, held))).toBe(stroke))

it.each(['Shift', 'Control', 'Alt', 'Meta', 'AltGraph', 'CapsLock', 'Dead', 'Process', 'Unidentified'])(
  '%s alone is no key',
  (key) => expect(strokeOf(press(key))).toBeUndefined(),
)

it('a press is read from what the browser tells', () => {
  const held = { ctrlKey: true, metaKey: false, altKey: false, shiftKey: true }
  expect(pressOf({ key: 'Л', code: 'KeyK', ...held })).toEqual(press('k', 'cs'))
})

const bindings = [
  { id: 'palette', keys: ['mod+k'] },
  { id: 'next', keys: ['j', 'ctrl+shift+down'] },
  { id: 'new', keys: ['n'] },
  { id: 'attention', keys: ['a', 'g n'] },
  { id: 'help', keys: ['?'] },
]
const decide = (
  stroke: string,
  focus: Focus = 'page',
  apple = false,
  pending: Pending | null = null,
  now = 1000,
) => decideKey(stroke, { focus, apple, now, pending }, bindings)

describe('on the page', () => {
  it.each([
    ['j', 'next'],
    ['n', 'new'],
    ['?', 'help'],
    ['ctrl+k', 'palette'],
    ['ctrl+shift+down', 'next'],
    ['ctrl+j', undefined],
    ['shift+n', undefined],
    ['x', undefined],
  ])('%s runs %s', (stroke, command) => expect(decide(stroke).run).toBe(command))

  it('leaves what nobody waits for to others', () =>
    expect(decide('x')).toEqual({ pending: null, taken: false }))

  it('takes Command for Control on Apple machines', () => {
    expect(decide('meta+k', 'page', true).run).toBe('palette')
    expect(decide('ctrl+k', 'page', true).run).toBeUndefined()
    expect(decide('meta+k').run).toBeUndefined()
  })
})

describe.each(['field', 'terminal'] as const)('in a %s', (focus) => {
  it.each(['j', 'n', '?', 'g', 'esc', 'ctrl+c', 'shift+n'])('leaves %s alone', (stroke) =>
    expect(decide(stroke, focus)).toEqual({ pending: null, taken: false }),
  )
  it.each([
    ['ctrl+k', false, 'palette'],
    ['meta+k', true, 'palette'],
    ['ctrl+k', true, undefined],
    ['ctrl+shift+down', false, 'next'],
  ])('%s (apple: %s) runs %s', (stroke, apple, command) =>
    expect(decide(stroke, focus, apple).run).toBe(command),
  )
})

it.each([
  ['field', true],
  ['terminal', false],
  ['dialog', false],
  ['page', true],
] as const)('in a %s the search has its keys: %s', (focus, has) => {
  const find = [{ id: 'session.find', keys: ['mod+f'] }]
  const decided = decideKey('ctrl+f', { focus, apple: false, now: 0, pending: null }, find)
  expect(decided.run === 'session.find').toBe(has)
})

describe('while what takes the keys is on its way', () => {
  it.each([
    'j',
    'enter',
    'space',
    'backspace',
    'esc',
    'ctrl+v',
    'ctrl+k',
    'ctrl+shift+down',
    'up',
    'shift+n',
  ])('%s is nobody’s', (stroke) =>
    expect(decide(stroke, 'coming')).toEqual({ pending: null, taken: true, isBrowsers: false }),
  )
  it.each(['tab', 'shift+tab', 'f5', 'shift+f10', 'ctrl+r', 'ctrl+shift+r'])(
    '%s is the browser’s',
    (stroke) => expect(decide(stroke, 'coming')).toEqual({ pending: null, taken: true, isBrowsers: true }),
  )
  it('loads the page anew by Command on Apple machines', () => {
    expect(decide('meta+r', 'coming', true).isBrowsers).toBe(true)
    expect(decide('ctrl+r', 'coming', true).isBrowsers).toBe(false)
  })
  it('ends a sequence', () =>
    expect(decide('n', 'coming', false, { steps: 'g', at: 1000 }).pending).toBeNull())
})

describe('a sequence', () => {
  const begun = { steps: 'g', at: 1000 }
  it('begins, goes on and ends', () => {
    expect(decide('g')).toEqual({ pending: begun, taken: true })
    expect(decide('n', 'page', false, begun, 2000)).toEqual({ pending: null, run: 'attention', taken: true })
  })
  it('may take so long', () => expect(decide('n', 'page', false, begun, 2500).run).toBe('attention'))
  it('is forgotten after a while', () => expect(decide('n', 'page', false, begun, 2501).run).toBe('new'))
  it('swallows a key that leads nowhere', () =>
    expect(decide('j', 'page', false, begun)).toEqual({ pending: null, taken: true }))
  it('ends when a field takes the keys', () =>
    expect(decide('n', 'field', false, begun)).toEqual({ pending: null, taken: false }))
})
