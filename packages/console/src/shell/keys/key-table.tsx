import { For, type JSX } from 'solid-js'
import { Kbd } from '../../ui/kbd.tsx'
import { ariaKeys, isApple } from '../../ui/shortcut.ts'
import { VisuallyHidden } from '../../ui/visually-hidden.tsx'
import { KEY_SHEET } from '../../commands/key-sheet.ts'
import styles from './key-table.module.css'

/** All keys of the console. */
export function KeyTable(): JSX.Element {
  const spoken = (keys: string) =>
    ariaKeys(keys, isApple(navigator.platform)) ?? keys.split(' ').join(' then ')
  return (
    <div class={styles.groups}>
      <For each={KEY_SHEET}>
        {(group) => (
          <section>
            <h3 class={styles.heading}>{group.title}</h3>
            <dl class={styles.lines}>
              <For each={group.lines}>
                {(line) => (
                  <div class={styles.line}>
                    <dt>{line.title}</dt>
                    <dd class={styles.keys}>
                      <For each={line.keys}>
                        {(keys) => (
                          <>
                            <Kbd keys={keys} />
                            <VisuallyHidden>{spoken(keys)}</VisuallyHidden>
                          </>
                        )}
                      </For>
                    </dd>
                  </div>
                )}
              </For>
            </dl>
          </section>
        )}
      </For>
      <p class={styles.note}>
        Text fields and terminals keep their own keys, except for the palette and Ctrl+Shift combinations.
      </p>
    </div>
  )
}
