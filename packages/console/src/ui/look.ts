/** Density, sizes and fonts: attributes and properties of the root element, which the tokens go by. */
import { createSignal } from 'solid-js'
import type { SetPreferences } from '../../shared/preferences.ts'

type Look = Pick<SetPreferences, 'density' | 'textSize' | 'textFont' | 'codeFont'>

const KEY = 'kilo-console.look'

const [look, setLook] = createSignal<Look>({})

export { look }

/** What is not named stays. */
export function takeLook({ density, textSize, textFont, codeFont }: Look): void {
  const named = Object.entries({ density, textSize, textFont, codeFont }).filter(
    ([, value]) => value !== undefined,
  )
  if (named.length === 0) return
  const next: Look = { ...look(), ...Object.fromEntries(named) }
  setLook(next)
  show(next)
  try {
    localStorage.setItem(KEY, JSON.stringify(next))
  } catch {
    // It holds until the page is closed; then the host tells it again.
  }
}

/** Before the first paint. */
export function loadLook(): void {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}')
    // What this page wrote itself. A font that is none is no font to the browser either.
    if (typeof kept === 'object' && kept !== null) takeLook(kept)
  } catch {
    // As it is by default.
  }
}

function show({ density, textSize, textFont = '', codeFont = '' }: Look): void {
  const { dataset, style } = document.documentElement
  mark(dataset, 'density', density, 'comfortable')
  mark(dataset, 'textSize', textSize, 'normal')
  setFont(style, '--font-text', textFont)
  setFont(style, '--font-code', codeFont)
}

function mark(dataset: DOMStringMap, name: string, value: string | undefined, usual: string): void {
  if (value === undefined || value === usual) delete dataset[name]
  else dataset[name] = value
}

/** The usual ones stand behind it, for what it lacks. */
function setFont(style: CSSStyleDeclaration, name: string, font: string): void {
  if (font === '') style.removeProperty(name)
  else style.setProperty(name, `${font}, var(${name}-usual)`)
}
