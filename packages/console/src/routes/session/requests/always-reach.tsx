import { For, Show, type JSX } from 'solid-js'
import type { Permission } from '../../../store/types.ts'
import styles from './requests.module.css'
import { VisibleLine } from './visible-text.tsx'

/** How far "Allow always" reaches: which calls, and that it is for every project. */
export const AlwaysReach = (props: { request: Permission }): JSX.Element => {
  const patterns = () => props.request.always.filter((pattern) => pattern !== '*')
  return (
    <p class={styles.covers}>
      <Show
        when={props.request.always.length > 0}
        fallback="“Allow always” allows this call alone: the engine offers no wider rule for it."
      >
        “Allow always” allows{' '}
        <Show when={patterns().length > 0} fallback={<>every {props.request.permission}</>}>
          <For each={patterns()}>
            {(pattern, index) => (
              <>
                <Show when={index() > 0}>, </Show>
                <code>
                  <VisibleLine text={pattern} />
                </code>
              </>
            )}
          </For>
        </Show>{' '}
        in every project. It is written to your global configuration.
      </Show>
    </p>
  )
}
