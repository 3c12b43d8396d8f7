import { useSearchParams } from '@solidjs/router'
import type { Accessor } from 'solid-js'

/** What stands on the page: the list, or the form of one. */
export interface Views {
  /** What is added: the name of a form that is filled in already, `catalogue:<id>`, or `login:<id>`. */
  added: Accessor<string | undefined>
  /** The id of what is changed. */
  edited: Accessor<string | undefined>
  add(this: void, what: string): void
  edit(this: void, id: string): void
  showList(this: void): void
}

/** By the address: it can be gone back to. */
export function createViews(): Views {
  const [query, setQuery] = useSearchParams<{ add?: string; edit?: string }>()
  return {
    added: () => query.add,
    edited: () => query.edit,
    add: (what) => setQuery({ add: what, edit: undefined }),
    edit: (id) => setQuery({ add: undefined, edit: id }),
    showList: () => setQuery({ add: undefined, edit: undefined }),
  }
}
