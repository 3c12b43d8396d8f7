import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import { Button } from '../../../../ui/button.tsx'
import { isComposing, isModStroke } from '../../../../ui/keystroke.ts'
import styles from './file.module.css'
import { suggest, type Suggestion } from './suggest.ts'

/** More lines are not numbered. */
const MOST_LINES = 20_000

export interface CodeAreaProps {
  name: string
  text: string
  disabled: boolean
  /** The line with an error. */
  wrongLine: number | undefined
  onChange: (text: string) => void
  onSave: () => void
  /** Gives its place to whoever wants to lead there. */
  ref: (element: HTMLTextAreaElement) => void
}

/** A text in a fixed-width font, with the numbers of its lines, and what may be written where the caret stands. */
export function CodeArea(props: CodeAreaProps): JSX.Element {
  const [suggestions, setSuggestions] = createSignal<readonly Suggestion[]>([])
  let area!: HTMLTextAreaElement
  let gutter: HTMLDivElement | undefined
  const look = () => {
    const isOne = area.selectionStart === area.selectionEnd && !props.disabled
    setSuggestions(isOne ? suggest(area.value, area.selectionStart) : [])
  }
  const accept = ({ text, from, to }: Suggestion) => {
    area.focus()
    area.setRangeText(text, from, to, 'end')
    props.onChange(area.value)
    look()
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const [first] = suggestions()
    if (isModStroke(event, 'mod+s')) props.onSave()
    else if (event.ctrlKey && event.code === 'Space' && first) accept(first)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div class={styles.area}>
        <div ref={(element) => (gutter = element)} class={styles.gutter} aria-hidden="true">
          <Numbers text={props.text} wrong={props.wrongLine} />
        </div>
        <textarea
          ref={(element) => {
            area = element
            props.ref(element)
          }}
          class={styles.text}
          aria-label={props.name}
          aria-invalid={props.wrongLine !== undefined}
          wrap="off"
          spellcheck={false}
          autocomplete="off"
          autocapitalize="off"
          readOnly={props.disabled}
          value={props.text}
          onInput={() => {
            props.onChange(area.value)
            look()
          }}
          onScroll={() => gutter && (gutter.scrollTop = area.scrollTop)}
          onSelect={look}
          onClick={look}
          onKeyUp={look}
          onKeyDown={press}
        />
      </div>
      <div class={styles.suggestions} role="group" aria-label="Suggestions">
        <For
          each={suggestions()}
          fallback={<span class={styles.hint}>Suggestions appear here as you write</span>}
        >
          {(one, index) => (
            <Button size="small" keys={index() === 0 ? 'ctrl+space' : undefined} onClick={() => accept(one)}>
              {one.label}
            </Button>
          )}
        </For>
      </div>
    </>
  )
}

function Numbers(props: { text: string; wrong: number | undefined }): JSX.Element {
  const count = createMemo(() => props.text.split('\n').length)
  const numbers = (from: number, to: number) =>
    Array.from({ length: Math.max(0, to - from + 1) }, (_, at) => from + at).join('\n')
  const wrong = () => (props.wrong !== undefined && props.wrong <= count() ? props.wrong : undefined)
  return (
    <Show when={count() <= MOST_LINES}>
      <Show when={wrong()} fallback={<pre>{numbers(1, count())}</pre>}>
        {(line) => (
          <>
            <pre>{numbers(1, line() - 1)}</pre>
            <pre class={styles.wrong}>{line()}</pre>
            <pre>{numbers(line() + 1, count())}</pre>
          </>
        )}
      </Show>
    </Show>
  )
}
