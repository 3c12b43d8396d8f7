import { untrack, type Accessor } from 'solid-js'
import { inTargetOf } from '../../../../shared/configuration.ts'
import { createRunning } from './create-running.ts'
import { createSaving, type EditContext } from './create-saving.ts'
import { undoOf, type Saved } from './draft.ts'
import { editKey, isChanged, useEdit } from './edits.ts'
import { textOfField, type SettingRow } from './rows.ts'

/** What somebody is about to change of one setting, and the ways to save it. */
export function createEdit(row: Accessor<SettingRow>, context: EditContext) {
  const { place, onDone } = context
  const { state, setState, ...edit } = useEdit(untrack(() => editKey(place(), row())))
  const read = () => {
    const value = context.reading.value()
    return value && inTargetOf(value, row().path)
  }
  const clear = (saved?: Saved) => {
    edit.clear(saved)
    onDone()
  }
  const saving = createSaving(row, { ...context, state, setState, clear, read })
  const former = () => undoOf(state().saved, read())
  const { running, isIdle } = createRunning(place)
  return {
    get state() {
      return state()
    },
    text: () => state().draft ?? textOfField(row().field),
    isChanged: () => isChanged(state(), row()),
    running,
    isIdle,
    /** It ends nobody's work, and is over nobody's change: that is asked for with the button alone. */
    savesByKey: () => isIdle() && !state().conflict,
    change: (draft: string) => setState({ draft, resets: undefined, problem: undefined }),
    reset: () => setState({ draft: undefined, resets: true, problem: undefined }),
    cancel: () => clear(state().saved),
    canUndo: () => former() !== undefined,
    /** At once, unless that would stop somebody: then it is a change like any other. */
    async undo() {
      const text = former()?.text
      setState({ draft: text, resets: text === undefined, problem: undefined })
      if (isIdle()) await saving.save(false)
    },
    /** Of a conflict. */
    async keepTheirs() {
      clear()
      await context.reading.refresh()
    },
    ...saving,
  }
}

export type Edit = ReturnType<typeof createEdit>
