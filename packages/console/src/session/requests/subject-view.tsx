import { createSignal, For, lazy, onCleanup, onMount, Show, Suspense, type JSX } from 'solid-js'
import { InlineCode } from '../../code/code-line.tsx'
import { CodeText } from '../../code/code-text.tsx'
import { formatPlural } from '../../ui/format.ts'
import type { PermissionSubject } from './permission-subject.ts'
import styles from './subject.module.css'

const DiffView = lazy(() => import('../../code/diff/diff-view.tsx'))

/** CSS pixels of a line of code. */
const LINE = 18
/** However little room there is, some lines of it are seen. */
const LEAST = 80

/** The whole of what is asked for. It scrolls inside of its box, which says how much is below. */
export const SubjectView = (props: { id: string; subject: PermissionSubject }): JSX.Element => {
  const [below, setBelow] = createSignal(0)
  const [height, setHeight] = createSignal(0)
  let box: HTMLDivElement | undefined
  let content: HTMLDivElement | undefined
  const measure = () => {
    setHeight(content?.offsetHeight ?? 0)
    if (box) setBelow(Math.round((box.scrollHeight - box.clientHeight - box.scrollTop) / LINE))
  }
  onMount(() => {
    const watch = new ResizeObserver(measure)
    for (const element of [box, content]) if (element) watch.observe(element)
    onCleanup(() => watch.disconnect())
  })
  const scrollOn = () => box?.scrollBy({ top: box.clientHeight - 2 * LINE })
  return (
    <div class={styles.subject} style={{ 'min-height': `${Math.min(height(), LEAST)}px` }}>
      <div
        ref={(element) => (box = element)}
        class={styles.box}
        role="group"
        aria-label="What is asked for"
        tabIndex={0}
        onScroll={measure}
      >
        <div ref={(element) => (content = element)} class={styles.content}>
          <Parts id={props.id} subject={props.subject} />
        </div>
      </div>
      <Show when={below() > 0}>
        <button type="button" class={styles.below} onClick={scrollOn}>
          {formatPlural(below(), 'more line')} below
        </button>
      </Show>
    </div>
  )
}

const Parts = (props: { id: string; subject: PermissionSubject }): JSX.Element => (
  <>
    <Show when={props.subject.command}>
      {(command) => <CodeText exact id={`${props.id} command`} text={command()} language="bash" />}
    </Show>
    <Show when={props.subject.description}>
      {(words) => (
        <p class={styles.words} dir="auto">
          <InlineCode text={words()} />
        </p>
      )}
    </Show>
    <Show when={props.subject.targets.length > 0}>
      <ul class={styles.targets}>
        <For each={props.subject.targets}>
          {(target) => (
            <li>
              <InlineCode text={target} />
            </li>
          )}
        </For>
      </ul>
    </Show>
    <Show when={props.subject.diff}>
      {(diff) => (
        <Suspense fallback={<p class={styles.words}>Loading changes…</p>}>
          <DiffView patch={diff()} id={`${props.id} diff`} />
        </Suspense>
      )}
    </Show>
    <Show when={props.subject.fields.length > 0}>
      <dl class={styles.fields}>
        <For each={props.subject.fields}>
          {(field) => (
            <div class={styles.field}>
              <dt class={styles.name}>
                <InlineCode text={field.name} />
              </dt>
              <dd class={styles.value}>
                <CodeText exact id={`${props.id} ${field.name}`} text={field.text} />
              </dd>
            </div>
          )}
        </For>
      </dl>
    </Show>
  </>
)
