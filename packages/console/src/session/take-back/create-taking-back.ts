import { createSignal, type Accessor } from 'solid-js'
import type { Asked, TakeBack } from './take-back.ts'

interface Parts {
  dialog: Pick<TakeBack, 'asked' | 'ask'>
  /** Calls `begin` when there is no way back any more. Resolves to what follows the dialog; undefined: nothing was taken back. */
  act: (asked: Asked, isWanted: () => boolean, begin: () => void) => Promise<(() => void) | undefined>
  failed: (error: unknown, again: () => void) => void
}

export interface TakingBack {
  run: (asked: Asked) => void
  busy: Accessor<boolean>
  /** The engine is at it: whether it was taken back is not known before it is, and nothing stops it. */
  isFinal: Accessor<boolean>
  /** Closes the dialog, unless it is too late for that. */
  close: () => void
}

/** What the dialog asks about, from the press on. It closes what it was pressed in alone: by its end another prompt may be asked about. */
export function createTakingBack({ dialog, act, failed }: Parts): TakingBack {
  const [running, setRunning] = createSignal<{ asked: Asked; isFinal: boolean }>()
  const isShown = (asked: Asked) => dialog.asked() === asked
  const shown = () => {
    const now = running()
    return now && isShown(now.asked) ? now : undefined
  }
  const end = (asked: Asked) => {
    setRunning((now) => (now?.asked === asked ? undefined : now))
    if (isShown(asked)) dialog.ask(undefined)
  }
  const run = async (asked: Asked) => {
    setRunning({ asked, isFinal: false })
    try {
      const begin = () => void setRunning({ asked, isFinal: true })
      const follow = await act(asked, () => isShown(asked), begin)
      end(asked)
      follow?.()
    } catch (error) {
      end(asked)
      // Once more with what it would undo by then.
      failed(error, () => dialog.ask(asked))
    }
  }
  return {
    run: (asked) => {
      if (!shown()) void run(asked)
    },
    busy: () => shown() !== undefined,
    isFinal: () => shown()?.isFinal ?? false,
    close: () => {
      if (!shown()?.isFinal) dialog.ask(undefined)
    },
  }
}
