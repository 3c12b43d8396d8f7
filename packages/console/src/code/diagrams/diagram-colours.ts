import { readColor } from '../../ui/preferences.ts'
import type { DiagramColours } from './drawing.ts'

const HUES = ['blue', 'green', 'yellow', 'magenta', 'cyan', 'red', 'white', 'black']

/** Those that are on screen now: a picture knows no tokens. */
export const coloursNow = (dark: boolean): DiagramColours => ({
  dark,
  surface: readColor('--surface-1'),
  raised: readColor('--surface-3'),
  line: readColor('--line-strong'),
  ink: readColor('--ink'),
  muted: readColor('--ink-3'),
  accent: readColor('--accent'),
  font: getComputedStyle(document.documentElement).getPropertyValue('--font-text').trim(),
  hues: HUES.map((hue) => readColor(`--ansi-${hue}`)),
})
