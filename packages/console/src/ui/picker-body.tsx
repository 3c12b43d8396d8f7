import Search from 'lucide-solid/icons/search'
import X from 'lucide-solid/icons/x'
import { createEffect, createMemo, createSignal, createUniqueId, on, Show, type JSX } from 'solid-js'
import { Virtualizer, type VirtualizerHandle } from 'virtua/solid'
import { IconButton } from './icon-button.tsx'
import { isComposing, isModStroke } from './keystroke.ts'
import { EmptyList } from './empty-list.tsx'
import { KeyFace } from './key-face.tsx'
import { Notice } from './notice.tsx'
import { PickerRowView } from './picker-row.tsx'
import {
  indexOfOption,
  listRows,
  moveSelection,
  plainRows,
  rowOfOption,
  type PickerOption,
} from './picker-rows.ts'
import styles from './picker.module.css'
import { Spinner } from './spinner.tsx'

export interface PickerBodyProps<O extends PickerOption> {
  onClose: () => void
  /** The dialog's accessible name. */
  title: string
  options: readonly O[]
  onPick: (option: O) => void
  /** The option in force now: marked, and where the selection starts. */
  selected?: string | undefined
  placeholder?: string | undefined
  loading?: boolean | undefined
  /** What to say when there is nothing to choose from at all. */
  empty?: JSX.Element
  /** Shown in place of the options: a Notice that says what went wrong. */
  error?: JSX.Element
  /** Options for a text that is to be completed, not looked for (a path); undefined for any other. Shown as they come. */
  complete?: ((query: string) => readonly O[] | undefined) | undefined
  /** Is told what is typed. */
  onQuery?: ((query: string) => void) | undefined
  /** Why an option cannot be taken, in a sentence that is shown in place; undefined: it can. */
  refuse?: ((option: O) => Promise<string | undefined>) | undefined
  footer?: JSX.Element
  /** More about the option that is selected, at the lower edge. */
  details?: ((option: O) => JSX.Element) | undefined
  /** What a key does with the option that is selected, besides taking it; in the notation of shortcut.ts, with `mod+`. */
  act?: { keys: `mod+${string}`; run: (option: O) => void } | undefined
}

/** The inside of a Picker. It lives as long as the dialog is open, so that each opening starts afresh. */
export const PickerBody = <O extends PickerOption>(props: PickerBodyProps<O>): JSX.Element => {
  const listId = createUniqueId()
  const [query, setQuery] = createSignal('')
  const [active, setActive] = createSignal(0)
  const [refusal, setRefusal] = createSignal<string>()
  let virtual: VirtualizerHandle | undefined

  const rows = createMemo(() => {
    const completed = props.complete?.(query())
    return completed ? plainRows(completed) : listRows(query(), props.options)
  })
  const count = createMemo(() => optionsIn(rows()))
  const activeRow = createMemo(() => rowOfOption(rows(), active()))
  const activeOption = () => {
    const row = rows()[activeRow()]
    return row?.kind === 'option' ? row.option : undefined
  }
  const optionId = (index: number) => `${listId}-${index}`
  const activeId = () => (activeOption() ? optionId(active()) : undefined)

  let selectedId: string | undefined
  const point = (index: number) => {
    setActive(index)
    selectedId = activeOption()?.id
  }
  const select = (index: number) => {
    point(index)
    virtual?.scrollToIndex(index === 0 ? 0 : activeRow(), { align: 'nearest' })
  }
  const accept = (option: O) => {
    props.onPick(option)
    props.onClose()
  }
  const pick = (option: O) => {
    if (props.refuse) void props.refuse(option).then((why) => (why ? setRefusal(why) : accept(option)))
    else accept(option)
  }
  const press = (event: KeyboardEvent) => {
    if (isComposing(event)) return
    const option = activeOption()
    const next = moveSelection(event.key, active(), count())
    if (next !== undefined) select(next)
    else if (event.key === 'Tab' && !event.shiftKey && option?.completes && option.completes !== query())
      setQuery(option.completes)
    else if (event.key === 'Enter' && option) pick(option)
    else if (option && props.act && isModStroke(event, props.act.keys)) props.act.run(option)
    else return
    event.preventDefault()
  }

  createEffect(
    on(query, (typed) => {
      setRefusal(undefined)
      props.onQuery?.(typed)
    }),
  )
  // What is typed starts over; a list that changes meanwhile keeps what is selected, or starts at what is in force.
  createEffect(
    on([query, rows], ([typed, list], before) => {
      const keeps = before?.[0] === typed && selectedId !== undefined
      const start = typed === '' ? indexOfOption(list, props.selected) : 0
      if (keeps) setActive(indexOfOption(list, selectedId))
      else queueMicrotask(() => select(start))
    }),
  )

  return (
    <>
      <div class={styles.search}>
        <Search size={16} aria-hidden="true" />
        <input
          class={styles.input}
          type="text"
          aria-label="Search"
          dir="auto"
          aria-controls={listId}
          aria-activedescendant={activeId()}
          autocomplete="off"
          autocapitalize="off"
          spellcheck={false}
          placeholder={props.placeholder ?? 'Search'}
          value={query()}
          onInput={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={press}
        />
        <Show when={props.loading}>
          <Spinner label="Loading" />
        </Show>
        <IconButton class={styles.close ?? ''} name="Close" keys="esc" onClick={() => props.onClose()}>
          <KeyFace keys="esc">
            <X />
          </KeyFace>
        </IconButton>
      </div>
      <div
        id={listId}
        class={styles.list}
        role="listbox"
        aria-activedescendant={activeId()}
        aria-label={props.title}
        tabIndex={0}
        onKeyDown={press}
      >
        <Virtualizer
          ref={(handle) => (virtual = handle)}
          data={rows()}
          itemSize={32}
          keepMounted={activeRow() < 0 ? [] : [activeRow()]}
        >
          {(row) => (
            <PickerRowView
              row={row}
              id={row.kind === 'option' ? optionId(row.index) : ''}
              active={row.kind === 'option' && row.index === active()}
              checked={row.id === props.selected}
              count={count()}
              onPoint={point}
              onPick={pick}
            />
          )}
        </Virtualizer>
      </div>
      <Show when={count() === 0}>
        <div class={styles.empty}>
          <Show
            when={props.error}
            fallback={<EmptyList query={query()} loading={props.loading} empty={props.empty} />}
          >
            {props.error}
          </Show>
        </div>
      </Show>
      <Show when={refusal()}>
        {(why) => (
          <div class={styles.refusal}>
            <Notice tone="error" title={why()} />
          </div>
        )}
      </Show>
      <Show when={props.details && activeOption()}>
        {(option) => <div class={styles.details}>{props.details?.(option())}</div>}
      </Show>
      <Show when={props.footer}>
        <div class={styles.footer}>{props.footer}</div>
      </Show>
    </>
  )
}

const optionsIn = (rows: readonly { kind: string }[]) => rows.filter((row) => row.kind === 'option').length
