import type { ITheme } from '@xterm/xterm'
import { readColor } from '../../ui/preferences.ts'

const ANSI = ['black', 'red', 'green', 'yellow', 'blue', 'magenta', 'cyan', 'white'] as const

/** The terminal's colours as the tokens have them on screen now. */
export function readPalette(): ITheme {
  const palette: ITheme = {
    foreground: readColor('--ink'),
    background: readColor('--surface-1'),
    cursor: readColor('--ink'),
    cursorAccent: readColor('--surface-1'),
    // See-through, so that a selected match keeps its own ground.
    selectionBackground: `${toHex(readColor('--accent'))}4d`,
    scrollbarSliderBackground: readColor('--line'),
    scrollbarSliderHoverBackground: readColor('--line-strong'),
    scrollbarSliderActiveBackground: readColor('--line-strong'),
  }
  for (const name of ANSI) {
    const bright =
      `bright${name.charAt(0).toUpperCase()}${name.slice(1)}` as `bright${Capitalize<typeof name>}`
    palette[name] = readColor(`--ansi-${name}`)
    palette[bright] = readColor(`--ansi-bright-${name}`)
  }
  return palette
}

/** Colours of what a search found. */
export function readFindColors() {
  return {
    matchBackground: toHex(readColor('--amber-line')),
    activeMatchBackground: toHex(readColor('--amber-line')),
    activeMatchBorder: toHex(readColor('--ink')),
    matchOverviewRuler: toHex(readColor('--amber')),
    activeMatchColorOverviewRuler: toHex(readColor('--ink')),
  }
}

/** `rgb(1, 2, 3)` as `#010203`: the search addon takes no other form. */
function toHex(color: string): string {
  const parts = color.match(/[\d.]+/g)?.slice(0, 3) ?? []
  return `#${parts.map((part) => Math.round(Number(part)).toString(16).padStart(2, '0')).join('')}`
}
