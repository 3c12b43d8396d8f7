import { createDeferred, createEffect, createMemo, onMount, untrack } from 'solid-js'
import { createStore } from 'solid-js/store'
import { markOf, replaceMarks } from '@kilo-console/engine/secrets/hidden'
import type { SettingsText } from '../../../../../shared/configuration.ts'
import { parseFile } from '../../../../../shared/parse-settings.ts'
import { useConfiguration } from '../../../../store/configuration.ts'
import { createRunning } from '../create-running.ts'
import { createFileSaving, type FileContext, type FileState } from './create-file-saving.ts'
import { saveWords } from './save-words.ts'

/** What is hidden also stands where JSON has no text. */
const numberFor = (id: string) => '1'.repeat(markOf(id).length)

/** A longer text is looked through when there is time for it. */
const MOST_AT_ONCE = 50_000

/** The text of one file of settings, and the ways to save it. */
export function createFileEdit(context: FileContext) {
  const { path, place, isDown } = context
  const { configuration, drafts } = useConfiguration()
  const key = JSON.stringify([place.serverId, path])
  const [state, setState] = createStore<FileState>({ text: '', isSaving: false, waits: false })
  const late = createDeferred(() => state.text)
  const text = () => (state.text.length > MOST_AT_ONCE ? late() : state.text)
  const { running, isIdle } = createRunning(() => ({ ...place, scope: state.base?.ends ?? place.scope }))
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
  const { load, save } = createFileSaving({ ...context, configuration, drafts, key, state, setState, show })
  onMount(() => void load())
  createEffect(() => {
    if (state.waits && !state.isSaving && isIdle() && !isDown()) untrack(() => void save(false))
  })
  return {
    state,
    /** What is wrong with the text as it is. */
    broken: createMemo(() => parseFile(replaceMarks(text(), numberFor)).problem),
    isChanged: () => state.base !== undefined && state.text !== state.base.text,
    running,
    isIdle,
    words: () => saveWords(state.theirs !== undefined, isIdle()),
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
