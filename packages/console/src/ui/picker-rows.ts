/** What a picker shows: the options that match, under the headings of their groups. Pure. */
import type { JSX } from 'solid-js'
import { rankMatches } from './fuzzy.ts'

export interface PickerOption {
  /** Unique within the picker. */
  id: string
  title: string
  /** Secondary text at the right or under the title: a provider, a path. */
  detail?: string | undefined
  /** The detail is a path: it keeps its end where there is too little room, and gets more of that. */
  isPath?: boolean | undefined
  /** Options of one group stand under one heading while nothing is typed. */
  group?: string | undefined
  /** More words to find it by, not shown. */
  keywords?: string | undefined
  /** Its shortcut, in the notation of shortcut.ts. */
  keys?: string | undefined
  icon?: (() => JSX.Element) | undefined
  /** What Tab makes of what was typed. */
  completes?: string | undefined
}

export type PickerRow<O extends PickerOption> =
  | { kind: 'heading'; id: string; title: string }
  | { kind: 'option'; id: string; option: O; /** Its place among the options alone. */ index: number }

const textsOf = (option: PickerOption): string[] => [
  option.title,
  ...(option.detail ? [option.detail] : []),
  ...(option.keywords ? [option.keywords] : []),
]

const groupOf = (option: PickerOption) => option.group ?? ''

/**
 * Without a query: every option, grouped, groups in the order in which they first come. With one: the matches, best first, without
 * headings, because the best match is what one wants at the top.
 */
export const listRows = <O extends PickerOption>(query: string, options: readonly O[]): PickerRow<O>[] => {
  const found = rankMatches(query, options, textsOf, 1).map((ranked) => ranked.item)
  const rows: PickerRow<O>[] = []
  let index = 0
  const add = (option: O) => rows.push({ kind: 'option', id: option.id, option, index: index++ })
  if (query.trim() !== '') {
    for (const option of found) add(option)
    return rows
  }
  for (const title of new Set(found.map(groupOf))) {
    if (title !== '') rows.push({ kind: 'heading', id: `heading ${title}`, title })
    for (const option of found) if (groupOf(option) === title) add(option)
  }
  return rows
}

/** Options as they are, whatever was typed: somebody else has found them. */
export const plainRows = <O extends PickerOption>(options: readonly O[]): PickerRow<O>[] =>
  options.map((option, index) => ({ kind: 'option', id: option.id, option, index }))

/** The row of the option numbered `index`, or -1. */
export const rowOfOption = (rows: readonly PickerRow<PickerOption>[], index: number): number =>
  rows.findIndex((row) => row.kind === 'option' && row.index === index)

/** The number of the option with this id, or 0. */
export const indexOfOption = (rows: readonly PickerRow<PickerOption>[], id: string | undefined): number => {
  const row = rows.find((each) => each.kind === 'option' && each.id === id)
  return row?.kind === 'option' ? row.index : 0
}

/** Where the selection goes from `index` of `count` options. It goes round by single steps, and stops at the ends by pages. */
export const moveSelection = (key: string, index: number, count: number): number | undefined => {
  if (count === 0) return undefined
  switch (key) {
    case 'ArrowDown':
      return (index + 1) % count
    case 'ArrowUp':
      return (index - 1 + count) % count
    case 'PageDown':
      return Math.min(index + 10, count - 1)
    case 'PageUp':
      return Math.max(index - 10, 0)
    default:
      return undefined
  }
}
