/**
 * The rows of a conversation in groups: what is far is one element for twenty rows, and costs nothing else. A group stays the same object while its
 * rows do, whatever comes before or behind it. Pure.
 */
export interface RowGroup {
  ids: readonly string[]
}

const SIZE = 20

/** Of rows that came before: the last group is full, so that the next ones that come before find their place. */
function inFront(ids: readonly string[]): RowGroup[] {
  const groups: RowGroup[] = []
  for (let end = ids.length; end > 0; end -= SIZE)
    groups.unshift({ ids: ids.slice(Math.max(0, end - SIZE), end) })
  return groups
}

/** The groups of `ids`, as far as possible those that there were. */
export function regrouped(groups: readonly RowGroup[], ids: readonly string[]): RowGroup[] {
  const first = groups[0]?.ids[0]
  const at = first === undefined ? -1 : ids.indexOf(first)
  if (at < 0) return inFront(ids)
  const kept: RowGroup[] = []
  let next = at
  for (const group of groups) {
    if (!group.ids.every((id, index) => ids[next + index] === id)) break
    kept.push(group)
    next += group.ids.length
  }
  return [...inFront(ids.slice(0, at)), ...withEnd(kept, ids.slice(next))]
}

/** New rows at the end fill up the last group. */
function withEnd(groups: RowGroup[], ids: readonly string[]): RowGroup[] {
  if (ids.length === 0) return groups
  const last = groups.at(-1)
  const room = last ? Math.max(0, SIZE - last.ids.length) : 0
  const filled =
    last && room > 0 ? [...groups.slice(0, -1), { ids: [...last.ids, ...ids.slice(0, room)] }] : groups
  const rest = ids.slice(room)
  const more: RowGroup[] = []
  for (let start = 0; start < rest.length; start += SIZE) more.push({ ids: rest.slice(start, start + SIZE) })
  return [...filled, ...more]
}
