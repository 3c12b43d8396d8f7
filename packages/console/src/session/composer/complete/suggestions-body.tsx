import {
  createEffect,
  createMemo,
  createSignal,
  createUniqueId,
  For,
  on,
  onCleanup,
  Show,
  type JSX,
} from 'solid-js'
import { runCommand } from '../../../commands/registry.ts'
import { moveSelection } from '../../../ui/picker-rows.ts'
import { Spinner } from '../../../ui/spinner.tsx'
import { useSession } from '../../session-view.ts'
import { createPlace } from './create-place.ts'
import { createSource } from './create-source.ts'
import { mentionOf } from './mention.ts'
import { noteUse } from './recent.ts'
import type { Suggestion } from './suggestion.ts'
import { SuggestionRow } from './suggestion-row.tsx'
import styles from './suggestions.module.css'
import type { SuggestionsProps } from './suggestions.tsx'
import { fileQueryOf, type Trigger } from './trigger.ts'

/** The listbox. The focus stays in the box: it is told of each key, and names the active option. */
export const SuggestionsBody = (props: SuggestionsProps & { trigger: Trigger }): JSX.Element => {
  const view = useSession()
  const id = createUniqueId()
  const source = createSource(view, () => props.trigger)
  const [active, setActive] = createSignal(0)
  const place = createPlace(() => props.anchor())
  let list: HTMLElement | undefined

  const count = () => source.suggestions().length
  const optionId = (index: number) => `${id}-${index}`
  const current = createMemo(() => source.suggestions()[Math.min(active(), count() - 1)])
  createEffect(
    on(
      () => props.trigger.query,
      () => setActive(0),
    ),
  )
  createEffect(() => list?.children[active()]?.scrollIntoView({ block: 'nearest' }))

  const pick = (suggestion: Suggestion) => {
    const { from, to, query } = props.trigger
    if (suggestion.kind !== 'command') {
      noteUse('mentions', suggestion.id)
      const { text, marks } = mentionOf(suggestion, from, fileQueryOf(query).lines)
      return props.draft.replace(from, to, text, marks)
    }
    noteUse('commands', suggestion.id)
    if (!suggestion.own) return props.draft.replace(from, to, `/${suggestion.name} `, [])
    props.draft.fill('')
    runCommand(suggestion.own)
  }
  /** Into the folder, to go on typing. */
  const enter = ({ path }: { path: string }) =>
    props.draft.replace(props.trigger.from, props.trigger.to, `@${path}`, [])
  /** A command that stands there whole is sent by Enter, not completed once more. */
  const isWhole = (suggestion: Suggestion) =>
    suggestion.kind === 'command' && !suggestion.own && suggestion.name === props.trigger.query

  const press = (event: Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey'>): boolean => {
    if (event.key === 'Escape') props.completion.close()
    if (event.key === 'Escape') return true
    const suggestion = current()
    if (!suggestion || event.shiftKey || event.ctrlKey || event.metaKey) return false
    const next = moveSelection(event.key, active(), count())
    if (next !== undefined) setActive(next)
    else if (event.key === 'Tab' && suggestion.kind === 'folder') enter(suggestion)
    else if (event.key === 'Tab' || (event.key === 'Enter' && !isWhole(suggestion))) pick(suggestion)
    else return false
    return true
  }
  props.completion.setList({ id, press, activeId: () => (current() ? optionId(active()) : undefined) })
  onCleanup(() => props.completion.setList(undefined))

  return (
    <div
      class={styles.layer}
      style={place()}
      // The focus belongs to the box.
      onPointerDown={(event) => event.preventDefault()}
    >
      <div
        ref={(element) => (list = element)}
        id={id}
        class={styles.list}
        role="listbox"
        aria-label="Suggestions"
      >
        <For each={source.suggestions()}>
          {(suggestion, index) => (
            <SuggestionRow
              id={optionId(index())}
              suggestion={suggestion}
              active={index() === active()}
              onPoint={() => setActive(index())}
              onPick={() => pick(suggestion)}
            />
          )}
        </For>
      </div>
      <Show when={count() === 0}>
        <p class={styles.empty} role="status">
          <Show when={source.loading()} fallback={source.problem()?.message ?? 'Nothing matches'}>
            <Spinner /> Looking…
          </Show>
        </p>
      </Show>
    </div>
  )
}
