import type { Part } from '@kilocode/sdk/v2/client'
import type { Mark } from '../../../../shared/unsent.ts'

/** What of a prompt's text named files, folders and agents, to be named again. Places that do not fit are left out. Pure. */
export function marksOf(text: string, parts: readonly Part[]): Mark[] {
  return parts
    .flatMap((part): Mark[] => {
      if (part.type === 'agent' && part.source)
        return [{ kind: 'agent', name: part.name, start: part.source.start, value: part.source.value }]
      if (part.type !== 'file' || part.source?.type !== 'file') return []
      const { text, path } = part.source
      const kind = part.mime === 'application/x-directory' ? 'folder' : 'file'
      return [{ kind, path, start: text.start, value: text.value }]
    })
    .filter(({ start, value }) => value !== '' && text.slice(start, start + value.length) === value)
}
