import type { IndexingStatus } from '@kilocode/sdk/v2/client'
import { createMemo, Show, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { StateIcon, type Activity } from '../../../ui/state-icon.tsx'
import { StatusBadge, type Tone } from '../../../ui/status-badge.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import styles from './engine.module.css'
import { flagOf, valueAt } from './flag.ts'
import { FlagRow } from './flag-row.tsx'
import { CONDITIONS, indexingWords, type IndexingWords } from './indexing-text.ts'
import { Section } from './section.tsx'
import { wantIndexing } from './want-indexing.tsx'

const PATH = ['indexing', 'enabled']

/** Whether the code of a folder can be found by what it means, how far that is, and why it waits. */
export function IndexingSection(props: {
  context: RowContext
  /** Undefined: of no folder, or not known yet. */
  status: IndexingStatus | undefined
  onWant: (change: WantedChange) => void
}): JSX.Element {
  const { context } = props
  const setUp = () => props.onWant(wantIndexing(context))
  const text = (name: string) => {
    const value = valueAt(context.configuration(), ['indexing', name])
    return typeof value === 'string' ? value : undefined
  }
  const words = createMemo(
    () =>
      props.status &&
      indexingWords(props.status, {
        isOn: flagOf(context.configuration(), PATH, false).isOn,
        provider: text('provider'),
        store: text('vectorStore'),
      }),
  )
  return (
    <Section
      title="Indexing"
      about="With an index Kilo finds code by what it means. An embedding provider makes numbers of all source files; they are kept by LanceDB in Kilo’s own folder, or in a Qdrant."
    >
      <FlagRow
        context={context}
        name="Indexing"
        path={PATH}
        byDefault={false}
        on=""
        off="Kilo finds code by its words alone, and sends nothing more to the embedding provider. What is stored of the index stays where it is."
        turnOn={setUp}
        onWant={props.onWant}
      >
        <Button size="small" disabled={context.locked()} onClick={setUp}>
          Set up…
        </Button>
      </FlagRow>
      <Show when={words()} fallback={<Unknown hasFolder={context.place().directory !== ''} />}>
        {(known) => <State words={known()} />}
      </Show>
    </Section>
  )
}

const Unknown = (props: { hasFolder: boolean }): JSX.Element => (
  <p class={styles.none}>
    {props.hasFolder ? 'Its state is not known yet.' : 'Choose a folder to see how its index is.'}
  </p>
)

const LOOKS: Readonly<Record<IndexingWords['condition'], [Tone, Activity]>> = {
  Disabled: ['grey', 'idle'],
  Preparing: ['blue', 'working'],
  'In Progress': ['blue', 'working'],
  Complete: ['green', 'done'],
  Error: ['red', 'failed'],
  Standby: ['grey', 'idle'],
}

function State(props: { words: IndexingWords }): JSX.Element {
  const look = () => LOOKS[props.words.condition]
  return (
    <div class={styles.state}>
      <p role="status">
        <StatusBadge tone={look()[0]} icon={<StateIcon activity={look()[1]} />}>
          {CONDITIONS[props.words.condition]}
        </StatusBadge>{' '}
        <span>{escapeInvisible(props.words.text)}</span>
      </p>
      <Show when={props.words.progress}>
        {(progress) => (
          <progress
            class={styles.bar}
            aria-label="Indexed files"
            value={progress().done}
            max={progress().total}
          />
        )}
      </Show>
      <Show when={props.words.hint}>{(hint) => <p class={styles.quiet}>{hint()}</p>}</Show>
    </div>
  )
}
