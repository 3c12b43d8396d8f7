import type { Accessor } from 'solid-js'
import type { SetStoreFunction } from 'solid-js/store'
import type { Problem } from '../../../../../shared/api.ts'
import type { SettingsText, SettingsTextSaved } from '../../../../../shared/configuration.ts'
import { toProblem } from '../../../../sdk/problem.ts'
import type { ConfigurationActions, ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import type { FileDraft } from '../../../../store/configuration.ts'
import { announce } from '../../../../ui/announce.tsx'
import { withMarksOf } from './kept-marks.ts'

export interface FileState {
  /** What is written on; absent: not read yet. */
  base?: SettingsText | undefined
  text: string
  problem?: Problem | undefined
  isSaving: boolean
  /** Until nobody works where it would end that. */
  waits: boolean
  /** The file is another one by now. */
  theirs?: SettingsText | undefined
}

export interface FileContext {
  path: string
  place: ConfigurationPlace
  /** Nobody is there who could write it. */
  isDown: Accessor<boolean>
  onSaved: () => void
}

/** A field for text has one kind of line ends. */
const isSameText = (a: string, b: string) => a.replaceAll('\r\n', '\n') === b.replaceAll('\r\n', '\n')

interface Saving extends FileContext {
  configuration: Pick<ConfigurationActions, 'readText' | 'saveText'>
  drafts: Map<string, FileDraft>
  key: string
  state: FileState
  setState: SetStoreFunction<FileState>
  show: (base: SettingsText) => void
}

/** Reads the file, and writes it. */
export function createFileSaving(context: Saving) {
  const { configuration, path, place, state, setState, show } = context
  const load = async () => {
    setState('problem', undefined)
    try {
      const base = await configuration.readText(place, path)
      const draft = context.drafts.get(context.key)
      if (!draft) return show(base)
      setState(draft)
      keepMarks(context, base)
    } catch (error) {
      setState('problem', toProblem(error))
    }
  }
  const save = async (stops: boolean) => {
    const { base } = state
    if (!base || state.isSaving) return
    setState({ isSaving: true, problem: undefined })
    try {
      const saved = await sent(context, base.ends, stops)
      if (saved.status === 'conflict' && !isSameText(saved.theirs.text, state.text))
        return setState({ theirs: saved.theirs, isSaving: false, waits: false })
      if (saved.status === 'broken')
        throw new Error(`Line ${saved.line}: ${saved.message}. Nothing was saved.`)
      // What is there already was saved before, though that was not heard of.
      if (saved.status === 'conflict') show(saved.theirs)
      else await showSaved(context, saved.unread)
      announce('Saved the file')
      context.onSaved()
    } catch (error) {
      const problem = toProblem(error)
      // Somebody has begun to work meanwhile.
      const waits = state.waits && problem.code === 'busy'
      setState({ isSaving: false, waits, problem: waits ? undefined : problem })
    }
  }
  return { load, save }
}

/** Sends what is written; once more where the host has begun anew since, and knows the marks in it no more. */
async function sent(context: Saving, ends: SettingsText['ends'], stops: boolean): Promise<SettingsTextSaved> {
  const { configuration, path, place, state } = context
  const revision = (state.theirs ?? state.base)?.revision ?? ''
  const send = () => configuration.saveText(place, ends, { path, text: state.text, revision }, stops)
  try {
    return await send()
  } catch (error) {
    const now =
      toProblem(error).code === 'hidden-value'
        ? await configuration.readText(place, path).catch(() => undefined)
        : undefined
    if (!now || !keepMarks(context, now)) throw error
    return send()
  }
}

/** Takes the marks of the file as it is told now, if it is still what is written on. Whether it is. */
function keepMarks({ drafts, key, state, setState }: Saving, now: SettingsText): boolean {
  const { base, theirs } = state
  const before = theirs ?? base
  if (!base || !before || before.revision !== now.revision) return false
  const [text, under] = [state.text, base.text].map((one) => withMarksOf(one, before.text, now.text))
  if (text === undefined || under === undefined) return false
  const own = theirs ? { ...base, text: under } : now
  setState({ text, base: own, theirs: theirs && now })
  if (text !== own.text) drafts.set(key, { text, base: own })
  return true
}

/** The engine may be starting anew: then there is only something to try again, and nothing that could be saved once more. */
async function showSaved(
  { configuration, drafts, key, path, place, setState, show }: Saving,
  unread: string | undefined,
): Promise<void> {
  drafts.delete(key)
  try {
    show(await configuration.readText(place, path))
    if (unread !== undefined) setState('problem', notRead(unread))
  } catch (error) {
    const problem = { ...toProblem(error), hint: 'It was saved.' }
    setState({ base: undefined, text: '', theirs: undefined, waits: false, isSaving: false, problem })
  }
}

const notRead = (why: string): Problem => ({
  code: 'unread',
  message: `It was saved, but Kilo has not read it: ${why}.`,
  hint: 'kilo daemon restart',
})
