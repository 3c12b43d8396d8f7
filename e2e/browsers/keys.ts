/** Input devices in the words of WebDriver, which WebDriver BiDi has taken over. */
import type { InputSource } from './driver.ts'

/** Keys without a character ("keyActions" of the standard). */
export const KEYS = {
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Escape: '\uE00C',
} as const

const keyboard = (actions: InputSource['actions']): InputSource[] => [
  { type: 'key', id: 'keyboard', actions },
]

/** Held one after the other, let go in the opposite order. */
export function chord(...keys: string[]): InputSource[] {
  const down = keys.map((value) => ({ type: 'keyDown', value }))
  const up = keys.toReversed().map((value) => ({ type: 'keyUp', value }))
  return keyboard([...down, ...up])
}

/** Key by key; a line end is Enter. */
export function typed(text: string): InputSource[] {
  return keyboard(
    Array.from(text.replaceAll('\n', KEYS.Enter)).flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]),
  )
}

export interface Point {
  x: number
  y: number
}

export function clickAt({ x, y }: Point): InputSource[] {
  const parameters = { pointerType: 'mouse' }
  const actions = [
    { type: 'pointerMove', x, y },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ]
  return [{ type: 'pointer', id: 'mouse', parameters, actions }]
}
