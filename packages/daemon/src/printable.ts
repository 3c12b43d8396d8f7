import { stripVTControlCharacters } from 'node:util'

/** Text from elsewhere without what could move the cursor, recolour or retitle the terminal (faults.md 42). Lines and tabs stay. */
export function printable(text: string): string {
  return stripVTControlCharacters(text).replaceAll(/[^\P{Cc}\n\t]/gu, '')
}

/** The last lines of what a program printed, indented, to be put behind an error's message. Twelve: the engine names a broken file first. */
export function quote(output: string, lines = 12): string {
  const tail = printable(output)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .slice(-lines)
  if (tail.length === 0) return '; it printed nothing'
  return `; its last words:\n${tail.map((line) => `  ${line.slice(0, 300)}`).join('\n')}`
}
