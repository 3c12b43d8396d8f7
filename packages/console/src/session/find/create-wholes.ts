import { createMemo, createSignal, onCleanup, type Accessor } from 'solid-js'
import { cutMessages } from './create-texts.ts'
import type { Searched } from './searched.ts'

export interface Wholes {
  /** Messages of which only the beginnings of long texts are searched. */
  cut: Accessor<number>
  isReading: Accessor<boolean>
  /** Reads them whole, one after the other, and searches all of them. */
  searchWhole: () => void
}

interface Means {
  showWhole: (messageId: string) => Promise<boolean>
  /** There is more to search. */
  onShown: () => void
}

export function createWholes(texts: Accessor<readonly Searched[]>, { showWhole, onShown }: Means): Wholes {
  const cut = createMemo(() => cutMessages(texts()))
  const [isReading, setReading] = createSignal(false)
  let isOver = false
  onCleanup(() => (isOver = true))
  const read = async () => {
    setReading(true)
    // The newest first: they are what is looked at.
    for (const id of cut().toReversed()) {
      if (isOver || !(await showWhole(id))) break
      if (!isOver) onShown()
    }
    setReading(false)
  }
  return {
    cut: () => cut().length,
    isReading,
    searchWhole: () => void (isReading() ? undefined : read()),
  }
}
