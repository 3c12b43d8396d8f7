import { createSignal, type Accessor } from 'solid-js'
import { fitsPatch, linesOf, type Shown } from './context.ts'
import type { FilePatch } from './unified-diff.ts'

export interface Around {
  /** How much of each gap is shown. */
  shown: Accessor<Shown>
  /** Of the file after the change, as soon as somebody has asked for some. */
  lines: Accessor<readonly string[] | undefined>
  /** Why there are none. */
  note: Accessor<string | undefined>
  /** Whether there may be some. */
  canShow: Accessor<boolean>
  show: (at: number, end: 'top' | 'bottom', count: number) => Promise<void>
}

const MOVED_ON = 'The lines around are not those of this change any more.'

interface State {
  of: FilePatch
  shown: Shown
  lines?: readonly string[]
  note?: string
}

/** The lines around a file's changes, read when they are first asked for. `read`: the file's text after the change. */
export function createAround(
  file: Accessor<FilePatch>,
  read: Accessor<(() => Promise<string | undefined>) | undefined>,
): Around {
  const [state, setState] = createSignal<State>()
  // Of what the file was before nothing holds any more.
  const now = (): State => {
    const last = state()
    return last?.of === file() ? last : { of: file(), shown: {} }
  }
  const load = makeTogether(async (of: FilePatch) => {
    setState({ of, shown: {} })
    const found = await readLines(of, read())
    if (of === file()) setState({ of, shown: {}, ...found })
  })
  return {
    shown: () => now().shown,
    lines: () => now().lines,
    note: () => now().note,
    // Of a new or a deleted file there is nothing but what changed.
    canShow: () =>
      read() !== undefined &&
      now().note !== MOVED_ON &&
      file().change !== 'added' &&
      file().change !== 'deleted',
    async show(at, end, count) {
      const of = file()
      if (!now().lines) await load(of)
      const { lines, shown, ...rest } = now()
      if (!lines || of !== file()) return
      const { top = 0, bottom = 0 } = shown[at] ?? {}
      const grown = end === 'top' ? { top: top + count, bottom } : { top, bottom: bottom + count }
      setState({ ...rest, lines, shown: { ...shown, [at]: grown } })
    },
  }
}

/** Whoever asks for the same while it is done waits for it, and does not begin anew. */
function makeTogether<T>(act: (of: T) => Promise<void>): (of: T) => Promise<void> {
  let last: { of: T; done: Promise<void> } | undefined
  return (of) => {
    if (last?.of === of) return last.done
    const mine = {
      of,
      done: act(of).finally(() => {
        if (last === mine) last = undefined
      }),
    }
    last = mine
    return mine.done
  }
}

async function readLines(
  of: FilePatch,
  read: (() => Promise<string | undefined>) | undefined,
): Promise<Pick<State, 'lines' | 'note'>> {
  try {
    const text = await read?.()
    const lines = text === undefined ? undefined : linesOf(text)
    return lines && fitsPatch(of, lines) ? { lines } : { note: MOVED_ON }
  } catch (error) {
    return { note: `Couldn’t read the lines around: ${sayError(error)}` }
  }
}

const sayError = (error: unknown) => (error instanceof Error ? error.message : 'it is not known why.')
