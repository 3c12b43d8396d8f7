import { Show, type JSX } from 'solid-js'
import { formatCount } from '../../../../ui/format.ts'
import type { Form } from './create-form.ts'
import { Check, Choice } from './field.tsx'
import styles from './provider-form.module.css'

/** What its models are to be used for at once. */
export function UseFields(props: { form: Form }): JSX.Element {
  const { draft, set } = props.form
  const models = () => [
    { value: '', title: 'Leave it as it is' },
    ...draft.models
      .filter(({ id }) => id.trim() !== '')
      .map(({ id, name }) => ({ value: id, title: name.trim() || id })),
  ]
  // By then it is known what Codex Pooler publishes, or nothing of it.
  const offered = draft.compaction
  return (
    <Show when={draft.models.length > 0}>
      <fieldset class={styles.group}>
        <legend class={styles.heading}>Use</legend>
        <div class={styles.pair}>
          <Choice
            label="Default model"
            options={models()}
            value={draft.defaultModel}
            onChange={(id) => set('defaultModel', id)}
          />
          <Choice
            label="Model for small tasks"
            options={models()}
            value={draft.smallModel}
            hint="Titles and the like."
            onChange={(id) => set('smallModel', id)}
          />
        </div>
        <Show when={offered}>
          {(compaction) => (
            <Check
              label={`Compact at ${compaction().threshold_percent}% of the context, with ${formatCount(compaction().reserved)} tokens in reserve`}
              checked={draft.compaction !== undefined}
              onChange={(checked) => set('compaction', checked ? { ...compaction() } : undefined)}
            />
          )}
        </Show>
      </fieldset>
    </Show>
  )
}
