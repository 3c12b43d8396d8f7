import { createMemo, For, untrack, type JSX } from 'solid-js'
import { titleOfSession } from '../../../frame/entry-text.ts'
import { useConsole } from '../../../store/context.ts'
import type { SessionRef } from '../../../store/types.ts'
import { formatPlural } from '../../../ui/format.ts'
import { baseName, printablePath } from '../../../ui/path-split.ts'
import frame from '../changes.module.css'
import hidden from '../../../ui/visually-hidden.module.css'
import styles from './several.module.css'
import { choicesOf } from './choices.ts'
import { keyOf } from '../../../store/session-key.ts'

/** Which sessions are looked at together: those of one project, newest first. */
export const SessionChoice = (props: {
  refs: readonly SessionRef[]
  onChoose: (refs: readonly SessionRef[]) => void
}): JSX.Element => {
  const { state } = useConsole()
  const choices = createMemo(() => choicesOf(state, props.refs))
  const chosen = createMemo(() => new Set(props.refs.map(keyOf)))
  const toggle = (ref: SessionRef) => {
    const rest = props.refs.filter((one) => keyOf(one) !== keyOf(ref))
    props.onChoose(rest.length < props.refs.length ? rest : [...props.refs, ref])
  }
  // Once: it must not close under the pointer of who chooses a third.
  const isOpenAtFirst = untrack(() => props.refs.length < 2)
  return (
    <details class={styles.choice} open={isOpenAtFirst}>
      <summary>{props.refs.length === 0 ? 'Sessions' : formatPlural(props.refs.length, 'session')}</summary>
      <fieldset class={styles.choices}>
        <legend class={hidden.hidden}>Sessions</legend>
        <For each={choices()} fallback={<p class={frame.why}>There are no sessions yet.</p>}>
          {({ ref, session }) => (
            <label class={styles.choiceRow}>
              <input type="checkbox" checked={chosen().has(keyOf(ref))} onChange={() => toggle(ref)} />
              <span class={styles.choiceTitle}>{titleOfSession(session)}</span>
              <span class={styles.choiceFolder}>{printablePath(baseName(session.directory))}</span>
            </label>
          )}
        </For>
      </fieldset>
    </details>
  )
}
