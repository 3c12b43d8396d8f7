/** Rows of the roster that something is to be done with together. */
import { createMemo, createSignal, type Accessor } from 'solid-js'

export interface Selection {
  /** Keys of the roster view, in its order; of those that are there. */
  names: Accessor<readonly string[]>
  has(this: void, name: string): boolean
  /** The row that was selected or left out last. */
  cursor: Accessor<string | undefined>
  toggle(this: void, name: string): void
  /** From where the selection began to this row, and no other. `from`: where it begins when nothing is selected. */
  extendTo(this: void, name: string, from?: string): void
  /** One row further, from `from` on when nothing is selected. */
  step(this: void, by: 1 | -1, from?: string): void
  clear(this: void): void
}

interface Chosen {
  names: ReadonlySet<string>
  anchor: string | undefined
  cursor: string | undefined
}

const NOTHING: Chosen = { names: new Set(), anchor: undefined, cursor: undefined }

/** `order`: the rows that are shown, as they stand: nothing else is selected. Belongs to the calling owner. */
export function createSelection(order: Accessor<readonly string[]>): Selection {
  const [chosen, setChosen] = createSignal(NOTHING)
  const names = createMemo(() => {
    const { names } = chosen()
    return names.size === 0 ? [] : order().filter((name) => names.has(name))
  })
  const has = (name: string) => chosen().names.has(name)
  const inSight = (...names: (string | undefined)[]) =>
    names.find((name) => name !== undefined && order().includes(name))
  const extend = (anchor: string, cursor: string) =>
    setChosen({ names: new Set(between(order(), anchor, cursor)), anchor, cursor })
  return {
    names,
    has,
    cursor: () => chosen().cursor,
    toggle(name) {
      const after = new Set(names())
      if (!after.delete(name)) after.add(name)
      setChosen(after.size === 0 ? NOTHING : { names: after, anchor: name, cursor: name })
    },
    extendTo: (name, from) => void extend(inSight(chosen().anchor, from) ?? name, name),
    step(by, from) {
      const { anchor, cursor } = chosen()
      const at = order().indexOf(inSight(cursor, from) ?? '')
      const next = order()[at < 0 ? 0 : at + by]
      if (next !== undefined) extend(inSight(anchor, from) ?? next, next)
    },
    clear: () => void setChosen(NOTHING),
  }
}

/** Both ends among them; the last alone where the first is gone. Pure. */
export function between(order: readonly string[], from: string, to: string): string[] {
  const [a, b] = [order.indexOf(from), order.indexOf(to)]
  if (a < 0 || b < 0) return [to]
  return order.slice(Math.min(a, b), Math.max(a, b) + 1)
}
