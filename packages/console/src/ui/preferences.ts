/**
 * What a person has chosen of how the page looks and behaves. The host keeps it for every browser (shared/preferences.ts); this browser keeps a copy, for the
 * first paint, and what is its own: how the roster is grouped.
 */
import { createSignal } from 'solid-js'
import type { SetPreferences } from '../../shared/preferences.ts'
import { loadLook, takeLook } from './look.ts'

export type Theme = 'system' | 'light' | 'dark'

const THEMES: readonly Theme[] = ['system', 'light', 'dark']
const THEME_KEY = 'kilo-console.theme'
const SCREEN_READER_KEY = 'kilo-console.screen-reader'
/** What the roster's sessions stand under. */
export type Grouping = 'state' | 'project' | 'day'

const GROUPINGS: readonly Grouping[] = ['state', 'project', 'day']
const GROUPING_KEY = 'kilo-console.grouping'
const ENTER_KEY = 'kilo-console.enter'

// Storage throws where the browser forbids it; a preference is then kept for the page's life.
const load = (key: string): string | null => {
  try {
    return localStorage.getItem(key)
  } catch {
    return null
  }
}

const save = (key: string, value: string | null) => {
  try {
    if (value === null) localStorage.removeItem(key)
    else localStorage.setItem(key, value)
  } catch {
    // Nothing to tell: the choice holds until the page is closed.
  }
}

const [theme, setThemeSignal] = createSignal<Theme>('system')
const [screenReader, setScreenReaderSignal] = createSignal(false)
const [sendsByEnter, setSendsByEnterSignal] = createSignal(true)
const [grouping, setGroupingSignal] = createSignal<Grouping>('state')
const [systemDark, setSystemDark] = createSignal(false)

/** The theme as chosen; `resolvedTheme` is the one on screen. */
export { theme }

/** By what the roster's sessions are grouped. */
export { grouping }
/** Whether terminal text belongs into the accessibility tree. */
export { screenReader }

/** Whether Enter sends a prompt; else it begins a line, and Ctrl+Enter sends. */
export { sendsByEnter }

/** The theme on screen now; reacts to the choice and to the system. */
export const resolvedTheme = (): 'light' | 'dark' => {
  const chosen = theme()
  if (chosen !== 'system') return chosen
  return systemDark() ? 'dark' : 'light'
}

const showTheme = (chosen: Theme) => {
  if (chosen === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = chosen
}

const setTheme = (chosen: Theme): void => {
  setThemeSignal(chosen)
  save(THEME_KEY, chosen === 'system' ? null : chosen)
  showTheme(chosen)
}

/** What the host keeps; what it does not is as it was. */
export function takePreferences(set: SetPreferences): void {
  if (set.theme !== undefined && set.theme !== theme()) setTheme(set.theme)
  if (set.screenReader !== undefined) setScreenReader(set.screenReader)
  if (set.sendBy !== undefined) setSendsByEnter(set.sendBy === 'enter')
  takeLook(set)
}

/** What follows `chosen` in the cycle: each step but the last changes what is on screen, whichever theme the system has. */
export const nextTheme = (chosen: Theme, system: 'light' | 'dark'): Theme => {
  const cycle: Theme[] = system === 'dark' ? ['system', 'light', 'dark'] : ['system', 'dark', 'light']
  return cycle[(cycle.indexOf(chosen) + 1) % cycle.length] ?? 'system'
}

/** The same for the choice in force. */
export const followingTheme = (): Theme => nextTheme(theme(), systemDark() ? 'dark' : 'light')

export const setGrouping = (chosen: Grouping): void => {
  setGroupingSignal(chosen)
  save(GROUPING_KEY, chosen === 'state' ? null : chosen)
}

const setScreenReader = (on: boolean): void => {
  setScreenReaderSignal(on)
  save(SCREEN_READER_KEY, on ? '1' : null)
}

const setSendsByEnter = (on: boolean): void => {
  setSendsByEnterSignal(on)
  save(ENTER_KEY, on ? null : '0')
}

/** `search`: the page's query string. */
export const asksForScreenReader = (search: string): boolean =>
  new URLSearchParams(search).get('screenReader') === '1'

/**
 * Takes over what was kept, before the first paint. `search` is the page's query string: `?screenReader=1` turns the mode on for good.
 */
export const loadPreferences = (search: string): void => {
  const kept = THEMES.find((each) => each === load(THEME_KEY)) ?? 'system'
  setThemeSignal(kept)
  showTheme(kept)
  loadLook()
  const system = matchMedia('(prefers-color-scheme: dark)')
  setSystemDark(system.matches)
  system.addEventListener('change', (event) => setSystemDark(event.matches))
  setGroupingSignal(GROUPINGS.find((each) => each === load(GROUPING_KEY)) ?? 'state')
  setSendsByEnterSignal(load(ENTER_KEY) !== '0')
  if (asksForScreenReader(search)) setScreenReader(true)
  else setScreenReaderSignal(load(SCREEN_READER_KEY) === '1')
}

/** The colour that a token has on screen now, as `rgb(…)`: for canvases, which know no CSS. `token` is its name with the dashes. */
export const readColor = (token: string): string => {
  const probe = document.createElement('span')
  probe.style.color = `var(${token})`
  document.body.append(probe)
  const color = getComputedStyle(probe).color
  probe.remove()
  return color
}
