import { createContext, useContext } from 'solid-js'
import { createStore } from 'solid-js/store'

/** What the reader opened and closed, by the id of the part: it outlives the part's element, which comes and goes with scrolling. */
export interface Expansion {
  /** `closed` where the reader has not touched it, unless `otherwise`. */
  isOpen(id: string, otherwise?: boolean): boolean
  set(id: string, open: boolean): void
  /** How many portions of a long text are shown. */
  portions(id: string): number
  showMore(id: string): void
}

export function createExpansion(): Expansion {
  const [state, setState] = createStore<{ open: Record<string, boolean>; portions: Record<string, number> }>({
    open: {},
    portions: {},
  })
  return {
    isOpen: (id, otherwise = false) => state.open[id] ?? otherwise,
    set: (id, open) => setState('open', id, open),
    portions: (id) => state.portions[id] ?? 1,
    showMore: (id) => setState('portions', id, (shown = 1) => shown * 2),
  }
}

const ExpansionContext = createContext<Expansion>()

export const ExpansionProvider = ExpansionContext.Provider

/** The nearest above. Throws outside of `ExpansionProvider`. */
export function useExpansion(): Expansion {
  const expansion = useContext(ExpansionContext)
  if (!expansion) throw new Error('useExpansion needs an ExpansionProvider above it')
  return expansion
}
