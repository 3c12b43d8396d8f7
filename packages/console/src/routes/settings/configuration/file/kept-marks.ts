/**
 * PURE: what stands for a hidden value means nothing in another run of the host. But where a file is what it was, and as much of it is hidden, the marks
 * stand in it as those of before did.
 */
import { markOf, replaceMarks } from '@kilo-console/engine/secrets/hidden'

/** A text that was written over `before`, with the marks of `now` in place of its own; undefined where these are other texts but for their marks. */
export function withMarksOf(text: string, before: string, now: string): string | undefined {
  const [old, own] = [partsOf(before), partsOf(now)]
  if (old.plain !== own.plain || old.ids.length !== own.ids.length) return undefined
  const renamed = new Map(old.ids.map((id, at) => [id, own.ids[at] ?? id]))
  return replaceMarks(text, (id) => markOf(renamed.get(id) ?? id))
}

function partsOf(text: string): { plain: string; ids: string[] } {
  const ids: string[] = []
  const plain = replaceMarks(text, (id) => {
    ids.push(id)
    return '\0'
  })
  return { plain, ids }
}
