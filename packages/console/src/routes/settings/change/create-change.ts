import { createSignal, type Accessor } from 'solid-js'
import { toProblem } from '../../../sdk/problem.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { announce } from '../../../ui/announce.tsx'
import { createRunning, type Running } from '../configuration/create-running.ts'
import type { Outcome, Plan } from './plan.ts'

type Conflict = Extract<Outcome, { status: 'conflict' }>

export interface Change extends Running {
  isSaving: Accessor<boolean>
  problem: Accessor<string | undefined>
  conflict: Accessor<Conflict | undefined>
  /** Now; `stops`: who works there is stopped. */
  save(this: void, stops: boolean): Promise<void>
  /** As soon as nobody works there. */
  saveLater(this: void): void
}

/**
 * The ways to save what a form holds, where that ends what runs.
 *
 * @param place what ends.
 * @param plan what is to be saved; undefined: the form has told what is wrong with it.
 * @param onDone it was saved, or is going to be.
 */
export function createChange(
  place: Accessor<ConfigurationPlace>,
  plan: () => Plan | undefined,
  onDone: () => void,
): Change {
  const { lateSaves } = useConfiguration()
  const [isSaving, setSaving] = createSignal(false)
  const [problem, setProblem] = createSignal<string>()
  const [conflict, setConflict] = createSignal<Conflict>()
  async function save(stops: boolean): Promise<void> {
    const planned = isSaving() ? undefined : plan()
    if (!planned) return
    setSaving(true)
    setProblem(undefined)
    try {
      const saved = await planned.save(stops, conflict())
      setConflict(saved.status === 'conflict' ? saved : undefined)
      if (saved.status === 'conflict') return
      announce(`Saved ${planned.title}`)
      onDone()
    } catch (error) {
      setProblem(toProblem(error).message)
    } finally {
      setSaving(false)
    }
  }
  const saveLater = () => {
    const planned = isSaving() ? undefined : plan()
    if (!planned) return
    lateSaves.add(planned.later())
    onDone()
  }
  return { ...createRunning(place), isSaving, problem, conflict, save, saveLater }
}
