import { createMemo, createSignal, Index, Match, Show, Switch, type JSX } from 'solid-js'
import type * as machineryModule from './engine.ts'
import { COPIED_MS, copyText } from '../../ui/copy-text.ts'
import { useOpenFile, type OpenFile } from '../file-links.tsx'
import { referenceIn } from '../file-reference.ts'
import { MarkdownBlock } from './markdown-block.tsx'
import styles from './markdown.module.css'
import { PlainText } from './plain-text.tsx'

type Engine = typeof machineryModule

const [engine, setMachinery] = createSignal<Engine>()
let asked: Promise<unknown> | undefined

/** So long the first texts wait for what draws them: where it is slow, they can be read as they are. Milliseconds. */
const PATIENCE_MS = 3000

const [drawsTexts, setDrawsTexts] = createSignal(false)
/** Whether texts are drawn as markdown, or can't be for now: who waits for it before the first text has that drawn once. */
export { drawsTexts }

/** Loads what draws texts; where it can't be loaded, the next text asks again. */
export function loadEngine(): void {
  if (!asked) setTimeout(() => setDrawsTexts(true), PATIENCE_MS)
  asked ??= import('./engine.ts')
    .then(
      (loaded) => void setMachinery(loaded),
      () => (asked = undefined),
    )
    .finally(() => setDrawsTexts(true))
}

/** UTF-16 units above which a text is not read as markdown: its layout alone would hold up the tab. */
const MOST_UNITS = 100_000

export interface MarkdownProps {
  text: string
  /** It is still being written. */
  writing: boolean
  /** The beginning of a text that is too long to be read as markdown. */
  plain?: boolean
}

/** Markdown that nobody vouches for. Finished blocks are made once; of one that grows, only the end is made again. */
export const Markdown = (props: MarkdownProps): JSX.Element => {
  loadEngine()
  const isLarge = () => props.plain || props.text.length > MOST_UNITS
  return (
    <Switch
      fallback={
        <div class={styles.plain} data-prose dir="auto">
          {props.text}
        </div>
      }
    >
      <Match when={isLarge()}>
        <PlainText text={props.text} />
      </Match>
      <Match when={engine()}>{(engine) => <Blocks {...props} engine={engine()} />}</Match>
    </Switch>
  )
}

const Blocks = (props: MarkdownProps & { engine: Engine }): JSX.Element => {
  const reader = props.engine.makeReader()
  const blocks = createMemo(() => reader.read(props.text, props.writing))
  const open = useOpenFile()
  return (
    // Its own listener, before the router's: a place in a file is no page.
    <div class={styles.markdown} data-prose on:click={(event) => press(event, open)}>
      <Index each={blocks()}>
        {(block) => (
          <Show when={block()}>
            <MarkdownBlock block={block()} engine={props.engine} />
          </Show>
        )}
      </Index>
    </div>
  )
}

/** What is pressed of what HTML was made of: it has no handlers of its own. */
function press(event: MouseEvent, open: OpenFile | undefined): void {
  const pressed =
    event.target instanceof Element ? event.target.closest('button[data-kept], a[href^="#"]') : null
  if (pressed instanceof HTMLButtonElement) void copyFrom(pressed)
  if (!(pressed instanceof HTMLAnchorElement)) return
  event.preventDefault()
  const reference = referenceIn(pressed.getAttribute('href'))
  if (reference) open?.(reference)
}

async function copyFrom(button: HTMLButtonElement): Promise<void> {
  const code = button.parentElement?.querySelector('code')?.textContent ?? ''
  if (!(await copyText(code))) return
  button.textContent = 'Copied'
  setTimeout(() => (button.textContent = 'Copy'), COPIED_MS)
}
