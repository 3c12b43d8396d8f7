import { createSignal, createUniqueId, Show, type JSX } from 'solid-js'
import { PREFERENCES } from '../../../shared/preferences.ts'
import { toProblem } from '../../sdk/problem.ts'
import { takePreferences } from '../../ui/preferences.ts'
import { Notice } from '../../ui/notice.tsx'
import { createKeptField } from './create-kept-field.ts'
import type { PreferenceReading } from './create-preferences.ts'
import styles from './settings.module.css'

/** A setting that is written. What is none, or was not saved, stays to be mended. */
export function PreferenceText(props: {
  reading: PreferenceReading
  of: 'textFont' | 'codeFont' | 'editor' | 'memoryLimit'
  title: string
  placeholder: string
  wide?: boolean
}): JSX.Element {
  const [failure, setFailure] = createSignal<string>()
  const id = createUniqueId()
  const field = createKeptField(() => props.reading.file()?.set[props.of] ?? '')
  const variable = () => props.reading.file()?.overruled[props.of]
  const kind = () => PREFERENCES[props.of]
  const keep = async (input: HTMLInputElement) => {
    const written = input.value
    const value = kind().read(written.trim() === '' ? kind().fallback : written)
    if (value === undefined) return void setFailure(`It has to be ${kind().expects}.`)
    try {
      await props.reading.save({ key: props.of, value })
      takePreferences({ [props.of]: value })
      setFailure()
      if (input.value === written) field.show()
    } catch (error) {
      setFailure(`Couldn’t save it: ${toProblem(error).message}`)
    }
  }
  return (
    <div class={styles.amount} data-wide={props.wide ? '' : undefined}>
      <label class={styles.amount}>
        <span class={styles.name}>{props.title}</span>
        <input
          type="text"
          autocomplete="off"
          spellcheck={false}
          placeholder={props.placeholder}
          disabled={!props.reading.file() || props.reading.file()?.broken !== undefined}
          aria-invalid={failure() !== undefined}
          aria-describedby={id}
          ref={field.ref}
          onBlur={field.leave}
          onChange={(event) => void keep(event.currentTarget)}
        />
      </label>
      <div id={id}>
        <Show when={variable()}>
          {(name) => (
            <p class={styles.note}>
              <code>{name()}</code> is set, and wins.
            </p>
          )}
        </Show>
        <Show when={failure()}>{(why) => <Notice tone="error" title={why()} />}</Show>
      </div>
    </div>
  )
}
