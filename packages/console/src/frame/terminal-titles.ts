/** What terminals are called by, by their ids: those are unique over all servers. */
import { createSignal } from 'solid-js'
import { createStore } from 'solid-js/store'
import type { TerminalNumbers } from './terminal-numbers.ts'

/** What the programs in them say they do, of those that this page has open. */
const [titles, setTitles] = createStore<Record<string, string | undefined>>({})

/** Reactive; empty where nothing is known. */
export const programTitleOf = (ptyId: string): string => titles[ptyId] ?? ''

/** `undefined` takes it back. */
export const setProgramTitle = (ptyId: string, title: string | undefined): void => setTitles(ptyId, title)

const [numbers, setNumbers] = createSignal<TerminalNumbers>(new Map())

export const setTerminalNumbers = (all: TerminalNumbers): void => void setNumbers(all)

/** Among those of the same shell and folder. Reactive. */
export const terminalNumberOf = (ptyId: string): number => numbers().get(ptyId) ?? 1
