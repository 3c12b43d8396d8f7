import X from 'lucide-solid/icons/x'
import { createUniqueId, Index, Show, type JSX } from 'solid-js'
import { Button } from '../../../../ui/button.tsx'
import { IconButton } from '../../../../ui/icon-button.tsx'
import type { Pair } from './draft.ts'
import styles from './form.module.css'

interface TextProps {
  label: string
  value: string
  onInput: (text: string) => void
  hint?: JSX.Element
  problem?: string | undefined
  placeholder?: string
  disabled?: boolean
  numeric?: boolean
  /** Of several lines. */
  tall?: boolean
}

/** What is secret stays on the host: its mark stands for it, and goes back as it is. */
const isHidden = (value: string) => /^\{hidden:[^}]*\}$/.test(value)
const HIDDEN = 'Set. It stays as it is.'

/** One text, with what it is for and what is wrong with it. */
export function TextField(props: TextProps): JSX.Element {
  const id = createUniqueId()
  const given = props.value
  const shared = {
    get id() {
      return id
    },
    get class() {
      return styles.field ?? ''
    },
    get 'aria-describedby'() {
      return `${id}-about`
    },
    get 'aria-invalid'() {
      return props.problem !== undefined
    },
    autocomplete: 'off',
    spellcheck: false,
    get disabled() {
      return props.disabled
    },
    get placeholder() {
      return isHidden(props.value) ? HIDDEN : props.placeholder
    },
    get value() {
      return isHidden(props.value) ? '' : props.value
    },
  }
  const write = (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget
    props.onInput(value === '' && isHidden(given) ? given : value)
  }
  return (
    <div class={styles.row}>
      <label for={id}>{props.label}</label>
      <Show
        when={props.tall}
        fallback={<input {...shared} inputmode={props.numeric ? 'decimal' : 'text'} onInput={write} />}
      >
        <textarea {...shared} class={styles.tall ?? ''} rows={3} onInput={write} />
      </Show>
      <div id={`${id}-about`} class={styles.about}>
        <Show when={props.problem}>{(problem) => <p class={styles.problem}>{problem()}</p>}</Show>
        <Show when={props.hint}>
          <p class={styles.hint}>{props.hint}</p>
        </Show>
      </div>
    </div>
  )
}

interface PairsProps {
  /** Of all: "Environment variables". */
  label: string
  /** Of one: "variable". */
  one: string
  pairs: readonly Pair[]
  onChange: (pairs: Pair[]) => void
  hint?: JSX.Element
  problem?: string | undefined
}

/** Names with their values. */
export function PairRows(props: PairsProps): JSX.Element {
  const id = createUniqueId()
  const set = (at: number, part: Partial<Pair>) =>
    props.onChange(props.pairs.map((pair, index) => (index === at ? { ...pair, ...part } : pair)))
  let rows: HTMLFieldSetElement | undefined
  const add = () => {
    props.onChange([...props.pairs, { name: '', value: '' }])
    const fields = rows?.querySelectorAll<HTMLInputElement>('input[data-name]')
    fields?.item(fields.length - 1).focus()
  }
  return (
    <fieldset ref={(element) => (rows = element)} class={styles.pairs} aria-describedby={`${id}-about`}>
      <legend>{props.label}</legend>
      <Index each={props.pairs}>
        {(pair, at) => (
          <PairRow
            pair={pair()}
            one={props.one}
            number={at + 1}
            isWrong={props.problem !== undefined}
            onChange={(part) => set(at, part)}
            onRemove={() => props.onChange(props.pairs.filter((_, index) => index !== at))}
          />
        )}
      </Index>
      <div id={`${id}-about`} class={styles.about}>
        <Show when={props.problem}>{(problem) => <p class={styles.problem}>{problem()}</p>}</Show>
        <Show when={props.hint}>
          <p class={styles.hint}>{props.hint}</p>
        </Show>
      </div>
      <div>
        <Button size="small" onClick={add}>
          Add {props.one}
        </Button>
      </div>
    </fieldset>
  )
}

interface PairRowProps {
  pair: Pair
  one: string
  number: number
  isWrong: boolean
  onChange: (part: Partial<Pair>) => void
  onRemove: () => void
}

function PairRow(props: PairRowProps): JSX.Element {
  const given = props.pair.value
  const label = (what: string) => `${what} of ${props.one} ${props.number}`
  return (
    <div class={styles.pair}>
      <input
        data-name
        class={styles.field}
        aria-label={label('Name')}
        aria-invalid={props.isWrong}
        placeholder="Name"
        autocomplete="off"
        spellcheck={false}
        value={props.pair.name}
        onInput={(event) => props.onChange({ name: event.currentTarget.value })}
      />
      <input
        class={styles.field}
        aria-label={label('Value')}
        aria-invalid={props.isWrong}
        placeholder={isHidden(props.pair.value) ? HIDDEN : 'Value'}
        autocomplete="off"
        spellcheck={false}
        value={isHidden(props.pair.value) ? '' : props.pair.value}
        onInput={({ currentTarget: { value } }) =>
          props.onChange({ value: value === '' && isHidden(given) ? given : value })
        }
      />
      <IconButton name={`Remove ${props.one} ${props.number}`} onClick={props.onRemove}>
        <X size={15} />
      </IconButton>
    </div>
  )
}
