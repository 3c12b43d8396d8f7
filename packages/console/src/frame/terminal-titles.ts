/** What the programs in terminals say they do, of those that this page has open. By the terminal's id: those are unique over all servers. */
import { createStore } from 'solid-js/store'

const [titles, setTitles] = createStore<Record<string, string | undefined>>({})

/** Reactive; empty where nothing is known. */
export const programTitleOf = (ptyId: string): string => titles[ptyId] ?? ''

/** `undefined` takes it back. */
export const setProgramTitle = (ptyId: string, title: string | undefined): void => setTitles(ptyId, title)
