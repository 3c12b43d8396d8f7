import { createSignal, type Accessor } from 'solid-js'
import type { Mark } from '../../../../shared/unsent.ts'
import { reportFailure } from '../../../frame/report-failure.ts'
import type { SessionView } from '../../session-view.ts'
import type { Draft } from '../draft/drafts.ts'
import { findMarks } from '../marks/marks.ts'

export interface Enhance {
  busy: Accessor<boolean>
  run: () => void
  /** Brings back what was written; undefined: nothing was enhanced, or it was edited since. */
  undo: Accessor<(() => void) | undefined>
}

/** Has the engine word the prompt better. What comes back can be taken back. */
export function createEnhance(view: SessionView, draft: Draft): Enhance {
  const [busy, setBusy] = createSignal(false)
  const [done, setDone] = createSignal<{ before: string; marks: readonly Mark[]; after: string }>()
  const run = async () => {
    const before = draft.text()
    const marks = draft.marks()
    setBusy(true)
    try {
      const { enhancePrompt } = await import('./enhance-prompt.ts')
      const after = await enhancePrompt(view.ref.serverId, view.directory(), before)
      // Who went on writing keeps what they wrote.
      if (draft.text() !== before) return
      draft.fill(after, findMarks(marks, after))
      setDone({ before, marks, after })
    } catch (error) {
      reportFailure('Couldn’t enhance the prompt', error, () => void run())
    } finally {
      setBusy(false)
    }
  }
  return {
    busy,
    run: () => void run(),
    undo() {
      const last = done()
      if (!last || draft.text() !== last.after) return undefined
      return () => {
        setDone(undefined)
        draft.fill(last.before, last.marks)
      }
    },
  }
}
