/** What a session is called by its first prompt. Pure. */
import type { Part } from '@kilocode/sdk/v2/client'

/** The engine's title of a session that has none yet: nothing in it that its time does not say. */
const UNTITLED = /^(?:New|Child) session - \d{4}-\d\d-\d\dT[\d:.]+Z$/
const LONGEST = 60
const graphemes = new Intl.Segmenter()

export function isUntitled({ title }: { title: string }): boolean {
  return title.trim() === '' || UNTITLED.test(title)
}

/** The first line of a prompt, or the name of the file that was sent alone; empty for neither. */
export function nameOfPrompt(parts: readonly Part[]): string {
  const [command] = parts.flatMap(commandOf)
  const written = parts.flatMap((part) => (part.type === 'text' && !part.synthetic ? [part.text] : []))
  const line = (command ?? written.join('\n')).split('\n').find((each) => each.trim() !== '')
  if (line !== undefined)
    return cutAtWord(
      line
        .trim()
        .slice(0, 4 * LONGEST)
        .replace(/\s+/g, ' '),
    )
  const [file] = parts.flatMap((part) => (part.type === 'file' && part.filename ? [part.filename] : []))
  return cutAtWord(file ?? '')
}

/** A command is stored as what it was made into; what was typed (`/init now`) stands beside it (docs/engine.md). */
function commandOf(part: Part): string[] {
  if (part.type !== 'text') return []
  const kilo = (part.metadata as { kilo?: { injected?: { title?: unknown } } } | undefined)?.kilo
  return typeof kilo?.injected?.title === 'string' ? [kilo.injected.title] : []
}

function cutAtWord(text: string): string {
  const characters = Array.from(graphemes.segment(text), ({ segment }) => segment)
  if (characters.length <= LONGEST) return text
  const cut = characters.slice(0, LONGEST).join('')
  const space = cut.lastIndexOf(' ')
  return `${(space > LONGEST / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:.–-]+$/, '')}…`
}
