import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { cutMessages } from './create-texts.ts'
import type { Searched } from './searched.ts'

export interface Wholes {
  /** Messages of which only the beginnings of long texts are searched. */
  cut: Accessor<number>
  isReading: Accessor<boolean>
  /** The last time not all of them could be read. */
  couldNotRead: Accessor<boolean>
  /** Reads them whole, one after the other, and searches all of them. */
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
  const [couldNotRead, setFailed] = createSignal(false)
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
  const read = async () => {
    const mine = turn
    setReading(true)
    setFailed(false)
    let [failed, inARow] = [0, 0]
    // The newest first: they are what is looked at.
    for (const id of cut().toReversed()) {
      const isShown = await showWhole(id)
      if (isShown && !isOver) onShown()
      if (turn !== mine) return
      failed += isShown ? 0 : 1
      inARow = isShown ? 0 : inARow + 1
      if (inARow === MOST_FAILURES) break
    }
    setFailed(failed > 0)
    setReading(false)
  }
  return {
    cut: () => cut().length,
    isReading,
    couldNotRead,
    searchWhole: () => void (isReading() ? undefined : read()),
    stopReading,
  }
}
