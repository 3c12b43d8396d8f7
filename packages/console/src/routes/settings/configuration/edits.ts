import { createStore } from 'solid-js/store'
import type { ConfigurationSaved } from '../../../../shared/configuration.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConsole } from '../../../store/context.ts'
import type { Saved } from './draft.ts'
import { textOfField, type SettingRow } from './rows.ts'

/** What somebody is about to change of one setting. */
export interface EditState {
  /** What is written or chosen; absent: nothing. */
  draft?: string | undefined
  /** It is to be taken out of the file. */
  resets?: boolean | undefined
  isSaving?: boolean
  problem?: string | undefined
  conflict?: Extract<ConfigurationSaved, { status: 'conflict' }> | undefined
  /** What was saved last, where it can be taken back. */
  saved?: Saved | undefined
}

interface Edits {
  /** Reactive. */
  of(this: void, key: string): EditState
  change(this: void, key: string, change: Partial<EditState>): void
}

/** They outlive their rows: a search, a file, another place or page takes those away, and what is not saved is still there when one comes back. */
export const useEdits = (): Edits => useConsole().part(makeEdits)

export function makeEdits(): Edits {
  const [edits, set] = createStore<Record<string, EditState>>({})
  return { of: (key) => edits[key] ?? {}, change: (key, change) => set(key, change) }
}

const NOTHING: EditState = {
  draft: undefined,
  resets: undefined,
  problem: undefined,
  conflict: undefined,
  isSaving: false,
}

/** That of one setting. */
export function useEdit(key: string) {
  const { of, change } = useEdits()
  return {
    state: () => of(key),
    setState: (changed: Partial<EditState>) => change(key, changed),
    /** Nothing is about to be changed any more. */
    clear: (saved?: Saved) => change(key, { ...NOTHING, saved }),
  }
}

export const editKey = ({ serverId, directory }: ConfigurationPlace, { id }: SettingRow): string =>
  JSON.stringify([serverId, directory, id])

export const isChanged = ({ draft, resets }: EditState, { field }: SettingRow): boolean =>
  resets === true || (draft !== undefined && draft !== textOfField(field))

/** Somebody is at it: it is not taken out of sight. */
export const isUnderWay = (edit: EditState, row: SettingRow): boolean =>
  edit.isSaving === true || edit.conflict !== undefined || isChanged(edit, row)
