import { createUniqueId, For, Show, type JSX } from 'solid-js'
import { PREFERENCES, type PreferenceChange, type Preferences } from '../../../shared/preferences.ts'
import { choosePreference } from '../../frame/choose-preference.ts'
import { look } from '../../ui/look.ts'
import { screenReader, sendsByEnter, theme } from '../../ui/preferences.ts'
import { PreferenceText } from './preference-text.tsx'
import type { PreferenceReading } from './create-preferences.ts'
import styles from './settings.module.css'

type Choices<Key extends keyof Preferences> = readonly (readonly [value: Preferences[Key], title: string])[]

const THEMES: Choices<'theme'> = [
  ['system', 'Follow system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
]
const DENSITIES: Choices<'density'> = [
  ['comfortable', 'Comfortable'],
  ['compact', 'Compact'],
]
const SIZES: Choices<'textSize'> = [
  ['small', 'Small'],
  ['normal', 'Normal'],
  ['large', 'Large'],
]
const SENDING: Choices<'sendBy'> = [
  ['enter', 'Enter'],
  ['ctrl+enter', 'Ctrl+Enter (⌘Enter)'],
]

/** How the page looks, and what keys do in the prompt. */
export function Appearance(props: { reading: PreferenceReading }): JSX.Element {
  return (
    <section class={styles.section} aria-labelledby="settings-look">
      <h2 id="settings-look" class={styles.heading}>
        Appearance and typing
      </h2>
      <Choice of="theme" title="Theme" values={THEMES} chosen={theme()} />
      <Choice of="density" title="Density" values={DENSITIES} chosen={look().density ?? 'comfortable'} />
      <Choice of="textSize" title="Text size" values={SIZES} chosen={look().textSize ?? 'normal'} />
      <div class={styles.amounts}>
        <PreferenceText reading={props.reading} of="textFont" title="Text font" placeholder="System" />
        <PreferenceText reading={props.reading} of="codeFont" title="Code font" placeholder="System" />
      </div>
      <Choice
        of="sendBy"
        title="A prompt is sent by"
        values={SENDING}
        chosen={sendsByEnter() ? 'enter' : 'ctrl+enter'}
      />
      <div class={styles.setting}>
        <label class={styles.choice}>
          <input
            type="checkbox"
            checked={screenReader()}
            onChange={(event) =>
              choosePreference({ key: 'screenReader', value: event.currentTarget.checked })
            }
          />
          <span class={styles.name}>Screen reader mode</span>
        </label>
        <p class={styles.note}>
          Puts the text of terminals into the accessibility tree, which is slower with a lot of output. Adding{' '}
          <code class={styles.query}>?screenReader=1</code> to the address turns it on too.
        </p>
      </div>
    </section>
  )
}

/** On this machine: what opens files, and when its memory is worth a warning. */
export function Machine(props: { reading: PreferenceReading }): JSX.Element {
  return (
    <section class={styles.section} aria-labelledby="settings-machine">
      <h2 id="settings-machine" class={styles.heading}>
        This machine
      </h2>
      <div class={styles.amounts}>
        <PreferenceText
          reading={props.reading}
          of="editor"
          title="Editor for changed files"
          placeholder="code -g {file}:{line}"
          wide
        />
        <PreferenceText
          reading={props.reading}
          of="memoryLimit"
          title="Warn above this much memory"
          placeholder={PREFERENCES.memoryLimit.fallback}
        />
      </div>
      <p class={styles.note}>
        The editor is run on the machine of the console, without a shell. The daemon is never ended for its
        memory; <code>off</code> turns the warning off.
      </p>
      <Show when={props.reading.file()}>
        {(file) => (
          <p class={styles.note}>
            All of this is kept in <code>{file().path}</code>, for every browser.{' '}
            <code>kilo console settings --json</code> prints it.
          </p>
        )}
      </Show>
    </section>
  )
}

type ChoiceKey = 'theme' | 'density' | 'textSize' | 'sendBy'

function Choice<Key extends ChoiceKey>(props: {
  of: Key
  title: string
  values: Choices<Key>
  chosen: Preferences[Key]
}): JSX.Element {
  const group = createUniqueId()
  return (
    <fieldset class={styles.setting}>
      <legend class={styles.name}>{props.title}</legend>
      <div class={styles.choices}>
        <For each={props.values}>
          {([value, title]) => (
            <label class={styles.choice}>
              <input
                type="radio"
                name={group}
                checked={props.chosen === value}
                onChange={() => choosePreference({ key: props.of, value } as PreferenceChange)}
              />
              {title}
            </label>
          )}
        </For>
      </div>
    </fieldset>
  )
}
