/** What of a session is searched: what its messages show, opened. Pure. */
import type { Message, Part } from '@kilocode/sdk/v2/client'
import type { Cut } from '../../../shared/cut-parts.ts'
import { fileNameOf, parsePatch } from '../../code/diff/unified-diff.ts'
import { isLongPrompt } from '../conversation/long-prompt.ts'
import { shownParts, typedTextOf } from '../conversation/rows.ts'
import { toolLineOf } from '../tools/tool-line.ts'
import { copiedFrom, toolSectionsOf, type ToolSection } from '../tools/tool-sections.ts'

/** A text in one place of the page. */
export interface Searched {
  messageId: string
  partId: string
  /** Of the element that shows it (`data-part`). */
  place: string
  text: string
  /** Its part is folded away until somebody opens it. */
  folded: boolean
  /** The page has the beginning of its part alone. */
  cut: boolean
}

/** What the parts of a message show, in order. `directory`: the session's, from which paths are shown. */
export function searchedOf(
  { id, role }: Pick<Message, 'id' | 'role'>,
  parts: readonly Cut<Part>[],
  directory: string,
): Searched[] {
  return shownParts(parts, role, false).flatMap((part: Cut<Part>) =>
    textsOf(part, role, directory).map((text) => ({
      messageId: id,
      partId: part.id,
      cut: part.cut !== undefined,
      ...text,
    })),
  )
}

/** Of changes their lines, without the numbers and signs, under the file's name where there are several. */
const shownOf = (section: ToolSection): string =>
  section.kind === 'diff' ? linesOfPatch(section.text) : copiedFrom(section)

function linesOfPatch(patch: string): string {
  const files = parsePatch(patch)
  return files
    .flatMap((file) => [
      ...(files.length > 1 ? [fileNameOf(file)] : []),
      ...file.hunks.flatMap(({ rows }) => rows.map(({ text }) => text)),
    ])
    .join('\n')
}

function textsOf(
  part: Part,
  role: Message['role'],
  directory: string,
): Pick<Searched, 'place' | 'text' | 'folded'>[] {
  const { id: place } = part
  switch (part.type) {
    case 'text': {
      const text = role === 'user' ? typedTextOf(part) : part.text
      return [{ place, text, folded: role === 'user' && isLongPrompt(text) }]
    }
    case 'reasoning':
      return [{ place, text: part.text, folded: true }]
    case 'file':
      return [{ place, text: part.filename ?? '', folded: false }]
    case 'tool': {
      const { name, subject } = toolLineOf(part, directory, false)
      const sections = toolSectionsOf(part).map((section) => ({
        place: `${part.id} ${section.title}`,
        text: shownOf(section),
        folded: true,
      }))
      return [{ place, text: `${name}\n${subject}`, folded: false }, ...sections]
    }
    default:
      return []
  }
}
