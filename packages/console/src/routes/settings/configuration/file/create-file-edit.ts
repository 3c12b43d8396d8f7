import { createDeferred, createEffect, createMemo, onMount, untrack, type Accessor } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import type { Problem } from '../../../../../shared/api.ts'
import type { SettingsText } from '../../../../../shared/configuration.ts'
import { parseFile } from '../../../../../shared/parse-settings.ts'
import { toProblem } from '../../../../sdk/problem.ts'
import { heldBy, type ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { useConfiguration } from '../../../../store/configuration.ts'
import { useConsole } from '../../../../store/context.ts'
import { runningIn } from '../../../../store/running-in.ts'
import { announce } from '../../../../ui/announce.tsx'

interface FileState {
  /** What is written on; absent: not read yet. */
  base?: SettingsText
  text: string
  problem?: Problem | undefined
  isSaving: boolean
  /** Until nobody works where it would end that. */
  waits: boolean
  /** The file is another one by now. */
  theirs?: SettingsText | undefined
}

interface Context {
  path: string
  place: ConfigurationPlace
  /** Nobody is there who could write it. */
  isDown: Accessor<boolean>
  onSaved: () => void
}

/** Stands for what is hidden, also where JSON has no text. */
const MARK = /\{hidden:[\da-f]{12}\}/g

/** A longer text is looked through when there is time for it. */
const MOST_AT_ONCE = 50_000

/** The text of one file of settings, and the ways to save it. */
export function createFileEdit(context: Context) {
  const { state: known } = useConsole()
  const { path, place, isDown } = context
  const { drafts } = useConfiguration()
  const key = JSON.stringify([place.serverId, path])
  const [state, setState] = createStore<FileState>({ text: '', isSaving: false, waits: false })
  const late = createDeferred(() => state.text)
  const text = () => (state.text.length > MOST_AT_ONCE ? late() : state.text)
  const running = createMemo(() =>
    state.base ? runningIn(known.servers[place.serverId], heldBy({ ...place, scope: state.base.ends })) : [],
  )
  const change = (written: string) => {
    setState({ text: written, problem: undefined, waits: false })
    const { base } = state
    if (base && written !== base.text) drafts.set(key, { text: written, base: { ...base } })
    else drafts.delete(key)
  }
  const show = (base: SettingsText) => {
    drafts.delete(key)
    setState({ base, text: base.text, problem: undefined, theirs: undefined, waits: false, isSaving: false })
  }
  const { load, save } = createFileActions({ ...context, key, state, setState, show })
  onMount(() => void load())
  createEffect(() => {
    if (state.waits && !state.isSaving && running().length === 0 && !isDown()) untrack(() => void save(false))
  })
  return {
    state,
    /** What is wrong with the text as it is. */
    broken: createMemo(() => parseFile(text().replace(MARK, (mark) => '1'.repeat(mark.length))).problem),
    isChanged: () => state.base !== undefined && state.text !== state.base.text,
    running,
    change,
    load,
    save,
    saveWhenIdle: () => setState({ waits: true, problem: undefined }),
    stopWaiting: () => setState('waits', false),
    discard: () => state.base && show({ ...state.base }),
    takeTheirs: () => state.theirs && show({ ...state.theirs }),
  }
}

export type FileEdit = ReturnType<typeof createFileEdit>

interface Actions extends Context {
  key: string
  state: FileState
  setState: SetStoreFunction<FileState>
  show: (base: SettingsText) => void
}

function createFileActions({ path, place, onSaved, key, state, setState, show }: Actions) {
  const { configuration, drafts } = useConfiguration()
  const load = async () => {
    setState('problem', undefined)
    try {
      const base = await configuration.readText(place, path)
      const draft = drafts.get(key)
      if (draft) setState({ base: draft.base, text: draft.text })
      else show(base)
    } catch (error) {
      setState('problem', toProblem(error))
    }
  }
  const save = async (stops: boolean) => {
    const { base, text, theirs } = state
    if (!base || state.isSaving) return
    setState({ isSaving: true, problem: undefined })
    try {
      const change = { path, text, revision: (theirs ?? base).revision }
      const saved = await configuration.saveText(place, base.ends, change, stops)
      if (saved.status === 'conflict')
        return setState({ theirs: saved.theirs, isSaving: false, waits: false })
      if (saved.status === 'broken')
        throw new Error(`Line ${saved.line}: ${saved.message}. Nothing was saved.`)
      show(await configuration.readText(place, path))
      announce('Saved the file')
      onSaved()
    } catch (error) {
      const problem = toProblem(error)
      // Somebody has begun to work meanwhile.
      const waits = state.waits && problem.code === 'busy'
      setState({ isSaving: false, waits, problem: waits ? undefined : problem })
    }
  }
  return { load, save }
}
