import { createEffect, on } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { takePreferences } from '../ui/preferences.ts'

/** What the host keeps for every browser holds in this one, whenever it is told. */
export function followPreferences(): void {
  const { state } = useConsole()
  createEffect(on(() => ({ ...state.info?.preferences }), takePreferences))
}
