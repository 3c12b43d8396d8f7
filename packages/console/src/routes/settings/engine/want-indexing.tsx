import { For, Show, type JSX } from 'solid-js'
import { createStore, type SetStoreFunction } from 'solid-js/store'
import { Notice } from '../../../ui/notice.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import styles from './engine.module.css'
import { flagOf } from './flag.ts'
import {
  draftProblem,
  indexingChanges,
  indexingDraft,
  leavingText,
  needsOf,
  PROVIDERS,
  type IndexingDraft,
} from './indexing-draft.ts'

interface FormProps {
  draft: IndexingDraft
  set: SetStoreFunction<IndexingDraft>
}

/** An index of the place, turned on: nothing is sent before somebody has agreed to it. */
export function wantIndexing(context: RowContext): WantedChange {
  const [draft, set] = createStore(indexingDraft(context.configuration()))
  return {
    title: 'Set up indexing',
    said: 'indexing',
    label: flagOf(context.configuration(), ['indexing', 'enabled'], false).isOn ? 'Save' : 'Turn on indexing',
    changes: () => indexingChanges(draft, context.configuration()),
    content: (
      <div class={styles.fields}>
        <ProviderFields draft={draft} set={set} isGlobal={context.place().directory === ''} />
        <StoreFields draft={draft} set={set} />
        <Notice
          tone="warning"
          title={leavingText(draft)}
          hint={context.place().directory === '' ? 'This is for every folder that Kilo opens.' : undefined}
        />
        <label class={styles.check}>
          <input
            type="checkbox"
            checked={draft.agrees}
            onChange={(event) => set('agrees', event.currentTarget.checked)}
          />
          The code may be sent there
        </label>
        <p class={styles.quiet} role="status">
          {draftProblem(draft) ?? ''}
        </p>
      </div>
    ),
  }
}

function ProviderFields(props: FormProps & { isGlobal: boolean }): JSX.Element {
  const needs = (what: string) => needsOf(props.draft.provider).includes(what)
  return (
    <>
      <label class={styles.label}>
        Embedding provider
        <select class={styles.field} onChange={(event) => props.set('provider', event.currentTarget.value)}>
          <option value="">Choose one</option>
          <For each={PROVIDERS}>
            {({ name, title }) => (
              <option value={name} selected={name === props.draft.provider}>
                {title}
              </option>
            )}
          </For>
        </select>
      </label>
      <Show when={needs('address')}>
        <Field
          title="Address of the provider"
          name="address"
          placeholder={
            props.draft.provider === 'ollama' ? 'http://127.0.0.1:11434' : 'https://example.com/v1'
          }
          {...props}
        />
      </Show>
      <Field title="Model" name="model" placeholder="the provider’s own" {...props} />
      <Field
        title="Dimensions"
        name="dimension"
        placeholder="of the model, if Kilo knows it"
        isNumber
        {...props}
      />
      <Show when={needs('key') && props.isGlobal}>
        <Field
          title="Environment variable with the key"
          name="variable"
          placeholder="VOYAGE_API_KEY"
          note="The engine has to be started with it. Empty: what is set stays."
          {...props}
        />
      </Show>
      <Show when={needs('key') && !props.isGlobal}>
        <p class={styles.quiet}>
          Its key is set up under “Global”: a project’s file is read by everybody who has the project.
        </p>
      </Show>
    </>
  )
}

const StoreFields = (props: FormProps): JSX.Element => (
  <>
    <label class={styles.label}>
      Vector store
      <select class={styles.field} onChange={(event) => props.set('store', event.currentTarget.value)}>
        <option value="lancedb" selected={props.draft.store === 'lancedb'}>
          LanceDB, on this machine
        </option>
        <option value="qdrant" selected={props.draft.store === 'qdrant'}>
          Qdrant
        </option>
      </select>
      <Show when={props.draft.store === 'lancedb'}>
        <span class={styles.quiet}>It is fetched from the npm registry the first time.</span>
      </Show>
    </label>
    <Show when={props.draft.store === 'qdrant'}>
      <Field title="Address of Qdrant" name="qdrant" placeholder="http://127.0.0.1:6333" {...props} />
    </Show>
  </>
)

const Field = (
  props: FormProps & {
    title: string
    name: Exclude<keyof IndexingDraft, 'agrees'>
    placeholder: string
    note?: string
    isNumber?: boolean
  },
): JSX.Element => (
  <label class={styles.label}>
    {props.title}
    <input
      class={styles.field}
      inputmode={props.isNumber ? 'numeric' : undefined}
      autocomplete="off"
      spellcheck={false}
      placeholder={props.placeholder}
      value={props.draft[props.name]}
      onInput={(event) => props.set(props.name, event.currentTarget.value)}
    />
    <Show when={props.note}>{(note) => <span class={styles.quiet}>{note()}</span>}</Show>
  </label>
)
