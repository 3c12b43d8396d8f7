import { createSignal, onCleanup, type Accessor } from 'solid-js'
import { formatMarks, parseMarks, type Marks } from './finished-marks.ts'

/**
 * Marks that all windows of this browser agree on, and that a reload keeps. `change` gets those of now, another window's among them.
 * Where the browser forbids storage they last as long as the page.
 */
export function createSharedMarks(
  name: string,
): [Accessor<Marks>, (change: (marks: Marks) => Marks) => void] {
  const [marks, setMarks] = createSignal<Marks>(load(name) ?? new Map())
  const follow = (event: StorageEvent) => {
    if (event.key === name || event.key === null) setMarks(load(name) ?? new Map())
  }
  addEventListener('storage', follow)
  onCleanup(() => removeEventListener('storage', follow))

  const change = (to: (marks: Marks) => Marks) => {
    const before = load(name) ?? marks()
    const after = to(before)
    if (after !== before) save(name, after)
    setMarks(after)
  }
  return [marks, change]
}

function load(name: string): Marks | undefined {
  try {
    return parseMarks(localStorage.getItem(name), Date.now())
  } catch {
    return undefined
  }
}

function save(name: string, marks: Marks): void {
  try {
    localStorage.setItem(name, formatMarks(marks, Date.now()))
  } catch {
    // Full or forbidden: they hold until the page is closed.
  }
}
