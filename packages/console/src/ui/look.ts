/** Density, sizes and fonts: attributes and properties of the root element, which the tokens go by. */
import { createSignal } from 'solid-js'
import type { SetPreferences } from '../../shared/preferences.ts'

type Look = Pick<SetPreferences, 'density' | 'textSize' | 'textFont' | 'codeFont'>

const KEY = 'kilo-console.look'

const [look, setLook] = createSignal<Look>({})

export { look }

/** What is not named stays. */
export function takeLook(named: Look): void {
  const { density, textSize, textFont, codeFont } = { ...look(), ...named }
  const next = { density, textSize, textFont, codeFont } as Look
  const kept = JSON.stringify(next)
  if (kept === '{}') return
  setLook(next)
  const { dataset, style } = document.documentElement
  dataset['density'] = density ?? ''
  dataset['textSize'] = textSize ?? ''
  style.setProperty('--font-text', withUsual(textFont, 'text'))
  style.setProperty('--font-code', withUsual(codeFont, 'code'))
  try {
    localStorage.setItem(KEY, kept)
  } catch {
    // It holds until the page is closed; then the host tells it again.
  }
}

/** Before the first paint: what this page wrote itself. */
export function loadLook(): void {
  try {
    takeLook(JSON.parse(localStorage.getItem(KEY) ?? '{}') as Look)
  } catch {
    // As it is by default.
  }
}

/** The usual fonts stand behind it, for what it lacks; nothing takes a property away. */
const withUsual = (font: string | undefined, of: string) => (font ? `${font}, var(--font-${of}-usual)` : '')
