import { createMemo, type Accessor } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import { inTargetOf, type ConfigurationSaved, type ShownValue } from '../../../../shared/configuration.ts'
import { toProblem } from '../../../sdk/problem.ts'
import { heldBy, type ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConsole } from '../../../store/context.ts'
import { runningIn } from '../../../store/running-in.ts'
import { announce } from '../../../ui/announce.tsx'
import { readDraft, type Read } from './draft.ts'
import type { Reading } from './create-reading.ts'
import { writeValue, type SettingRow } from './rows.ts'

interface State {
  /** What is written or chosen; absent: nothing. */
  draft?: string | undefined
  /** It is to be taken out of the file. */
  resets?: boolean | undefined
  isSaving?: boolean
  problem?: string | undefined
  conflict?: Extract<ConfigurationSaved, { status: 'conflict' }> | undefined
}

const NOTHING: State = {
  draft: undefined,
  resets: undefined,
  problem: undefined,
  conflict: undefined,
  isSaving: false,
}

interface Context {
  place: Accessor<ConfigurationPlace>
  reading: Reading
  /** It was saved or given up. */
  onDone: () => void
}

/** What somebody is about to change of one setting, and the ways to save it. */
export function createEdit(row: Accessor<SettingRow>, context: Context) {
  const { state: known } = useConsole()
  const { place, onDone } = context
  const [state, setState] = createStore<State>({})
  const current = () => textOf(row().field?.shown)
  const clear = () => {
    setState(NOTHING)
    onDone()
  }
  return {
    state,
    text: () => state.draft ?? current(),
    isChanged: () => state.resets === true || (state.draft !== undefined && state.draft !== current()),
    running: createMemo(() => runningIn(known.servers[place().serverId], heldBy(place()))),
    change: (draft: string) => setState({ draft, resets: undefined, problem: undefined }),
    reset: () => setState({ draft: undefined, resets: true, problem: undefined }),
    cancel: clear,
    /** Of a conflict. */
    async keepTheirs() {
      clear()
      await context.reading.refresh()
    },
    ...createSaving(row, { ...context, state, setState, clear }),
  }
}

export type Edit = ReturnType<typeof createEdit>

interface Saving extends Context {
  state: State
  setState: SetStoreFunction<State>
  clear: () => void
}

function createSaving(row: Accessor<SettingRow>, { place, reading, state, setState, clear }: Saving) {
  const { configuration, lateSaves } = useConsole()
  const path = () => [...row().path]
  /** Nothing: what is written is no value; that is told. */
  const wanted = (): { value?: string | number | boolean } | undefined => {
    if (state.resets) return {}
    const read = readRow(row(), state.draft)
    if ('value' in read) return read
    setState('problem', read.problem)
    return undefined
  }
  const save = async (stops: boolean) => {
    const target = state.conflict?.target ?? reading.value()?.target
    const change = wanted()
    if (!change || state.isSaving) return
    if (!target) return setState('problem', 'Its file can’t be read any more: nothing was written.')
    setState({ isSaving: true, problem: undefined })
    const expected = { path: target.path, revision: target.revision }
    try {
      const saved = await configuration.save(place(), { path: path(), expected, ...change }, stops)
      if (saved.status === 'conflict') return setState({ isSaving: false, conflict: saved })
      await reading.refresh()
      announce(`Saved ${row().name}`)
      clear()
    } catch (error) {
      setState({ isSaving: false, problem: toProblem(error).message })
    }
  }
  const saveLater = () => {
    const change = wanted()
    const value = reading.value()
    if (!change || !value) return
    const before = inTargetOf(value, path())
    lateSaves.add({ place: place(), path: path(), ...change, ...(before && { before: { ...before } }) })
    clear()
  }
  return { save, saveLater }
}

function readRow({ known }: SettingRow, draft: string | undefined): Read {
  return known ? readDraft(known.kind, draft ?? '') : { problem: 'It can’t be changed here.' }
}

const textOf = (shown: ShownValue | undefined): string => (shown ? writeValue(shown) : '')
