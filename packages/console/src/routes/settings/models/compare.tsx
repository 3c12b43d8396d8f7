import { For, type JSX } from 'solid-js'
import { Dialog } from '../../../ui/dialog.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { ModelRow } from './inventory.ts'
import { factsOf } from './model-facts.ts'
import styles from './models.module.css'

/** More have no room beside each other. */
export const MOST_COMPARED = 4

/** A few models side by side. What differs stands out. */
export function Compare(props: {
  rows: readonly ModelRow[]
  open: boolean
  onClose: () => void
}): JSX.Element {
  const facts = () => props.rows.map(({ model }) => factsOf(model))
  const lines = () =>
    (facts()[0] ?? []).map(({ name }, index) => {
      const texts = facts().map((all) => all[index]?.text ?? '')
      return { name, texts, differs: new Set(texts).size > 1 }
    })
  return (
    <Dialog open={props.open} onClose={props.onClose} title="Compare models" width="wide">
      <div class={styles.compare} tabIndex={0} role="group" aria-label="Comparison">
        <table>
          <thead>
            <tr>
              <td />
              <For each={props.rows}>
                {({ model, key }) => (
                  <th scope="col">
                    {escapeInvisible(model.name)}
                    <code>{escapeInvisible(key)}</code>
                  </th>
                )}
              </For>
            </tr>
          </thead>
          <tbody>
            <For each={lines()}>
              {({ name, texts, differs }) => (
                <tr data-differs={differs ? '' : undefined}>
                  <th scope="row">{name}</th>
                  <For each={texts}>{(text) => <td>{escapeInvisible(text)}</td>}</For>
                </tr>
              )}
            </For>
          </tbody>
        </table>
      </div>
    </Dialog>
  )
}
