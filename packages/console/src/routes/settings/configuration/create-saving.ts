import type { Accessor } from 'solid-js'
import type { ShownValue } from '../../../../shared/configuration.ts'
import { toProblem } from '../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { lateSettings } from '../../../store/actions/late-settings.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { announce } from '../../../ui/announce.tsx'
import type { Reading } from './create-reading.ts'
import { formerOf, readDraft, type Read, type Saved } from './draft.ts'
import type { EditState } from './edits.ts'
import type { SettingRow } from './rows.ts'

export interface EditContext {
  place: Accessor<ConfigurationPlace>
  reading: Reading
  /** It was saved or given up. */
  onDone: () => void
}

interface Saving extends EditContext {
  state: Accessor<EditState>
  setState: (change: Partial<EditState>) => void
  clear: (saved?: Saved) => void
  /** What the file says of it, as it was read last. */
  read: () => ShownValue | undefined
}

/** Writes what is wanted of a setting, now or when nobody works there. */
export function createSaving(row: Accessor<SettingRow>, context: Saving) {
  const { place, reading, state, clear, read } = context
  const { configuration, lateSaves } = useConfiguration()
  const wanted = (): Wanted | undefined => wantedOf(row(), context)
  /** What the file says of it, as far as it is known. */
  const inFile = (): ShownValue | undefined => (state().conflict ? state().conflict?.theirs : read())
  return {
    save: createWrite(row, { ...context, wanted, inFile }),
    saveLater: () => {
      const change = wanted()
      if (!change || !reading.value()) return
      const path = [...row().path]
      const changes = [{ path, ...change }]
      const shown = inFile()
      const before = [shown ? [{ path, shown: { ...shown } }] : []]
      lateSaves.add(lateSettings(configuration, { place: place(), changes, before }))
      clear()
    },
  }
}

interface Write extends Saving {
  wanted: () => Wanted | undefined
  inFile: () => ShownValue | undefined
}

function createWrite(row: Accessor<SettingRow>, { place, reading, state, setState, ...context }: Write) {
  const { configuration } = useConfiguration()
  return async (stops: boolean) => {
    const target = state().conflict?.target ?? reading.value()?.target
    const change = context.wanted()
    if (!change || state().isSaving) return
    if (!target) return setState({ problem: 'Its file can’t be read any more: nothing was written.' })
    const former = formerOf(context.inFile())
    setState({ isSaving: true, problem: undefined })
    const expected = { path: target.path, revision: target.revision }
    try {
      const changes = [{ path: [...row().path], ...change }]
      const saved = await configuration.save(place(), { changes, expected }, stops)
      if (saved.status === 'conflict') return setState({ isSaving: false, conflict: saved })
      await reading.refresh()
      announce(`Saved ${row().name}`)
      // Somebody may have gone to another place by now.
      const isRead = reading.value()?.target?.path === target.path
      context.clear(former && isRead ? { former, after: context.read() } : undefined)
    } catch (error) {
      setState({ isSaving: false, problem: toProblem(error).message })
    }
  }
}

/** Without `value`: it is to be taken out. */
interface Wanted {
  value?: string | number | boolean
}

/** Nothing: what is written is no value; that is told. */
function wantedOf({ known }: SettingRow, { state, setState }: Saving): Wanted | undefined {
  if (state().resets) return {}
  const read: Read = known
    ? readDraft(known.kind, state().draft ?? '')
    : { problem: 'It can’t be changed here.' }
  if ('value' in read) return read
  setState({ problem: read.problem })
  return undefined
}
