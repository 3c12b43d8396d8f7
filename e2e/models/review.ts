import type { Page } from '@playwright/test'

/** The changes of a session: the tree, the files and their lines. */
export function reviewOf(page: Page) {
  const changes = page.getByRole('region', { name: 'Changes', exact: true })
  const tree = page.getByRole('tree', { name: 'Changed files' })
  const file = (name: string) => changes.getByRole('region', { name, exact: true })
  return {
    changes,
    tree,
    entry: (name: string) => tree.getByRole('treeitem', { name, exact: true }),
    filter: page.getByRole('searchbox', { name: 'Filter files' }),
    file,
    head: (name: string) => file(name).getByRole('button', { name, exact: true }),
    lines: (name: string) => file(name).getByRole('group', { name: 'Diff' }),
    viewed: (name: string) => file(name).getByRole('checkbox', { name: 'Viewed' }),
    source: page.getByRole('combobox', { name: 'Changes of' }),
    layout: (name: 'Unified' | 'Split') => page.getByRole('radio', { name }),
    comment: page.getByRole('textbox', { name: 'Comment' }),
    addToPrompt: page.getByRole('button', { name: 'Add to prompt' }),
    full: page.getByRole('button', { name: 'Review in full' }),
    dialog: page.getByRole('dialog'),
  }
}
