import { createMemo, createSignal, Index, Match, Show, Switch, type JSX } from 'solid-js'
import type * as machineryModule from './engine.ts'
import { announce } from '../../ui/announce.tsx'
import { MarkdownBlock } from './markdown-block.tsx'
import styles from './markdown.module.css'
import { PlainText } from './plain-text.tsx'

type Engine = typeof machineryModule

const [engine, setMachinery] = createSignal<Engine>()
let asked = false

/** Asked for with this module, so that the first text finds it there and is drawn once; until it is there, texts stand as they are. */
function needMachinery(): void {
  if (asked) return
  asked = true
  import('./engine.ts').then(setMachinery, () => {
    // The network failed: the next text asks again, this one can be read as it is.
    asked = false
  })
}

needMachinery()

/** UTF-16 units above which a text is not read as markdown: its layout alone would hold up the tab. */
const MOST_UNITS = 100_000

export interface MarkdownProps {
  text: string
  /** It is still being written. */
  writing: boolean
}

/** Markdown that nobody vouches for. Finished blocks are made once; of one that grows, only the end is made again. */
export const Markdown = (props: MarkdownProps): JSX.Element => {
  needMachinery()
  const isLarge = () => props.text.length > MOST_UNITS
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
  const press = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-kept]') : null
    const code = button?.parentElement?.querySelector('code')?.textContent
    if (code !== undefined && code !== null) void copy(code)
  }
  return (
    <div class={styles.markdown} data-prose onClick={press}>
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

async function copy(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
    announce('Copied')
  } catch {
    // Without the permission the text is still there to be marked by hand.
    announce('Copying is not allowed here')
  }
}
