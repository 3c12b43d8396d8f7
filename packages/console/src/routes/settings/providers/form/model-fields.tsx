import ChevronRight from 'lucide-solid/icons/chevron-right'
import X from 'lucide-solid/icons/x'
import { createUniqueId, For, Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { formatCompact } from '../../../../ui/format.ts'
import { IconButton } from '../../../../ui/icon-button.tsx'
import type { ModelDraft } from './draft.ts'
import { Check, Field } from './field.tsx'
import styles from './provider-form.module.css'

interface ModelProps {
  model: ModelDraft
  problem: (field: string) => string | undefined
  open: boolean
  onToggle: () => void
  onChange: (change: Partial<ModelDraft>) => void
  onRemove: () => void
}

const FIELDS = ['id', 'name', 'context', 'input', 'output', 'options', 'variants']

/** One model: in a line, or with all that can be said of it. */
export function ModelFields(props: ModelProps): JSX.Element {
  const id = createUniqueId()
  const title = () => props.model.name.trim() || props.model.id.trim() || 'New model'
  const isWrong = () => FIELDS.some((field) => props.problem(field) !== undefined)
  const facts = () => {
    const { context, output } = props.model
    const count = (text: string) => (Number(text) > 0 ? formatCompact(Number(text)) : text)
    return context === '' ? 'no limits' : `context ${count(context)}, output ${count(output) || '?'}`
  }
  return (
    <li class={styles.model}>
      <div class={styles.modelHead}>
        <button
          type="button"
          class={styles.opener}
          data-wrong={isWrong() && !props.open ? '' : undefined}
          aria-expanded={props.open}
          aria-controls={props.open ? id : undefined}
          onClick={() => props.onToggle()}
        >
          <ChevronRight size={14} class={styles.chevron ?? ''} aria-hidden="true" />
          <span class={styles.id}>{escapeInvisible(title())}</span>
          <span class={isWrong() ? styles.problem : styles.hint}>
            {isWrong() ? 'not right yet' : facts()}
          </span>
        </button>
        <IconButton name={`Remove ${title()}`} size="small" onClick={() => props.onRemove()}>
          <X />
        </IconButton>
      </div>
      <Show when={props.open}>
        <div id={id} class={styles.modelBody} role="group" aria-label={`Model ${title()}`}>
          <Names {...props} />
          <Limits {...props} />
          <Abilities {...props} />
          <More {...props} />
        </div>
      </Show>
    </li>
  )
}

const Names = (props: ModelProps): JSX.Element => (
  <div class={styles.pair}>
    <Field
      label="Model ID"
      value={props.model.id}
      problem={props.problem('id')}
      placeholder="As the server calls it"
      onInput={(id) => props.onChange({ id })}
    />
    <Field
      label="Model name"
      value={props.model.name}
      placeholder={props.model.id}
      onInput={(name) => props.onChange({ name })}
    />
  </div>
)

const Limits = (props: ModelProps): JSX.Element => (
  <>
    <div class={styles.triple}>
      <Field
        label="Context limit"
        inputmode="numeric"
        value={props.model.context}
        problem={props.problem('context')}
        placeholder="tokens"
        onInput={(context) => props.onChange({ context })}
      />
      <Field
        label="Input limit"
        inputmode="numeric"
        value={props.model.input}
        problem={props.problem('input')}
        placeholder="none of its own"
        onInput={(input) => props.onChange({ input })}
      />
      <Field
        label="Output limit"
        inputmode="numeric"
        value={props.model.output}
        problem={props.problem('output')}
        placeholder="tokens"
        onInput={(output) => props.onChange({ output })}
      />
    </div>
    <Show when={props.model.context === ''}>
      <p class={styles.hint}>Without limits Kilo never compacts: a long session ends with an error.</p>
    </Show>
  </>
)

const KINDS = [
  ['image', 'Images'],
  ['pdf', 'PDFs'],
  ['audio', 'Audio'],
  ['video', 'Video'],
] as const

const Abilities = (props: ModelProps): JSX.Element => (
  <div class={styles.choices}>
    <Check label="Tools" checked={props.model.tools} onChange={(tools) => props.onChange({ tools })} />
    <Check
      label="Reasoning"
      checked={props.model.reasoning}
      onChange={(reasoning) => props.onChange({ reasoning })}
    />
    <Check
      label="Temperature"
      checked={props.model.temperature}
      onChange={(temperature) => props.onChange({ temperature })}
    />
    <For each={KINDS}>
      {([kind, label]) => (
        <Check
          label={label}
          checked={props.model.reads.includes(kind)}
          onChange={(is) =>
            props.onChange({
              reads: is ? [...props.model.reads, kind] : props.model.reads.filter((one) => one !== kind),
            })
          }
        />
      )}
    </For>
  </div>
)

const More = (props: ModelProps): JSX.Element => (
  <>
    <Field
      label="Request options (JSON)"
      isCode
      value={props.model.options}
      problem={props.problem('options')}
      placeholder={'{ "reasoningEffort": "high" }'}
      hint="Sent with each request. They belong to the model: Kilo ignores them on the provider."
      onInput={(options) => props.onChange({ options })}
    />
    <Field
      label="Variants (JSON)"
      isCode
      value={props.model.variants}
      problem={props.problem('variants')}
      placeholder={'{ "quick": { "reasoningEffort": "low" } }'}
      hint="By name. Empty: those that Kilo has for a model that reasons."
      onInput={(variants) => props.onChange({ variants })}
    />
  </>
)
