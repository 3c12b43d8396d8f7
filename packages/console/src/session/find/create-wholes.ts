import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { cutMessages } from './create-texts.ts'
import type { Searched } from './searched.ts'

export interface Wholes {
  /** Messages of which only the beginnings of long texts are searched. */
  cut: Accessor<number>
  isReading: Accessor<boolean>
  /** How many of them could not be read when they were last tried. */
  couldNotRead: Accessor<number>
  /** Reads them whole, one after the other, and searches all of them: first those that nobody has tried. */
  searchWhole: () => void
  /** Reads no more of them. */
  stopReading: () => void
}

interface Means {
  showWhole: (messageId: string) => Promise<boolean>
  /** There is more to search. */
  onShown: () => void
}

/** In a row: then it is not the messages. */
const MOST_FAILURES = 3

export function createWholes(texts: Accessor<readonly Searched[]>, { showWhole, onShown }: Means): Wholes {
  const cut = createMemo(() => cutMessages(texts()))
  const [isReading, setReading] = createSignal(false)
  const [failed, setFailed] = createSignal<ReadonlySet<string>>(new Set())
  let turn = 0
  let isOver = false
  const stopReading = () => {
    turn += 1
    setReading(false)
  }
  onCleanup(() => {
    isOver = true
    stopReading()
  })
  const note = (id: string, isShown: boolean) =>
    setFailed((ids) => new Set([...ids].filter((each) => each !== id).concat(isShown ? [] : id)))
  const read = async () => {
    const mine = turn
    setReading(true)
    let inARow = 0
    for (const id of inTurn(cut(), failed())) {
      const isShown = await showWhole(id)
      if (isShown && !isOver) onShown()
      note(id, isShown)
      if (turn !== mine) return
      inARow = isShown ? 0 : inARow + 1
      if (inARow === MOST_FAILURES) break
    }
    setReading(false)
  }
  return {
    cut: () => cut().length,
    isReading,
    couldNotRead: () => cut().filter((id) => failed().has(id)).length,
    searchWhole: () => void (isReading() ? undefined : read()),
    stopReading,
  }
}

/** The newest first: they are what is looked at. Some can never be read, and must not keep the reader from the others. */
const inTurn = (cut: readonly string[], failed: ReadonlySet<string>): string[] =>
  cut.toReversed().toSorted((a, b) => Number(failed.has(a)) - Number(failed.has(b)))
