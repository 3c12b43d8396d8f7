import { createSignal, type Accessor } from 'solid-js'

/** A choice of this browser, kept in its storage. `parse`: undefined for what is none. */
export function createKept<T>(
  name: string,
  fallback: T,
  parse: (text: string) => T | undefined,
): [Accessor<T>, (value: T) => void] {
  const key = `kilo-console.${name}`
  const [value, setValue] = createSignal<T>(load(key, parse) ?? fallback)
  return [
    value,
    (next) => {
      setValue(() => next)
      save(key, next)
    },
  ]
}

// Storage throws where the browser forbids it; a choice is then kept for the page's life.
function load<T>(key: string, parse: (text: string) => T | undefined): T | undefined {
  try {
    const text = localStorage.getItem(key)
    return text === null ? undefined : parse(text)
  } catch {
    return undefined
  }
}

function save(key: string, value: unknown): void {
  try {
    localStorage.setItem(key, typeof value === 'string' ? value : JSON.stringify(value))
  } catch {
    // Nothing to tell: the choice holds until the page is closed.
  }
}
