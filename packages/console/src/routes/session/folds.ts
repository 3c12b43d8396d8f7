import { createStore } from 'solid-js/store'

/** What the reader opened and closed, by the id of the part: it outlives the part's element, which comes and goes with scrolling. */
export interface Folds {
  /** `closed` where the reader has not touched it, unless `otherwise`. */
  isOpen(id: string, otherwise?: boolean): boolean
  set(id: string, open: boolean): void
  /** How many portions of a long text are shown. */
  portions(id: string): number
  showMore(id: string): void
}

export function createFolds(): Folds {
  const [folds, setFolds] = createStore<{ open: Record<string, boolean>; portions: Record<string, number> }>({
    open: {},
    portions: {},
  })
  return {
    isOpen: (id, otherwise = false) => folds.open[id] ?? otherwise,
    set: (id, open) => setFolds('open', id, open),
    portions: (id) => folds.portions[id] ?? 1,
    showMore: (id) => setFolds('portions', id, (shown = 1) => shown * 2),
  }
}
