import { createEffect, on } from 'solid-js'
import { choosePreference } from '../frame/choose-preference.ts'
import { useConsole } from '../store/context.ts'
import { asksForScreenReader, takePreferences } from '../ui/preferences.ts'

/** What the host keeps for every browser holds in this one, whenever it is told. An address that asks for the screen reader mode turns it on for all. */
export function followPreferences(): void {
  const { state } = useConsole()
  let isAsked = asksForScreenReader(location.search)
  createEffect(
    on(
      () => ({ ...state.info?.preferences }),
      (set) => {
        if (!state.info) return
        takePreferences(isAsked ? { ...set, screenReader: true } : set)
        if (isAsked && set.screenReader === false) choosePreference({ key: 'screenReader', value: true })
        isAsked = false
      },
    ),
  )
}
