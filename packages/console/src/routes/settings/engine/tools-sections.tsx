import type { FormatterStatus, LspStatus } from '@kilocode/sdk/v2/client'
import { createMemo, For, Show, type JSX } from 'solid-js'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { StateIcon } from '../../../ui/state-icon.tsx'
import { StatusBadge } from '../../../ui/status-badge.tsx'
import type { WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import type { Read } from '../create-read.ts'
import styles from './engine.module.css'
import { flagOf } from './flag.ts'
import { FlagRow } from './flag-row.tsx'
import { Section } from './section.tsx'

interface ToolsProps<Tool> {
  context: RowContext
  read: Read<Tool[]>
  onWant: (change: WantedChange) => void
}

/** Which of them look at what Kilo writes. */
export function LanguageServersSection(props: ToolsProps<LspStatus>): JSX.Element {
  return (
    <Section
      title="Language servers"
      about="They tell Kilo what is wrong with a file that it has changed. One begins when Kilo reads a file of its language; some are downloaded first."
    >
      <FlagRow
        context={props.context}
        name="Language servers"
        path={['lsp']}
        byDefault={false}
        on="A server begins with the first file of its language that Kilo reads. Servers that are missing may be downloaded, and take memory while the folder is open."
        off="The servers of the folder end. Kilo hears of faults only by what it runs."
        onWant={props.onWant}
      />
      <Tools {...props} name="Language servers of the folder" path={['lsp']} none="None has begun here yet.">
        {({ name, root, status }) => (
          <>
            <State isGood={status === 'connected'} word={status === 'connected' ? 'Connected' : 'Failed'} />
            <span class={styles.name}>{escapeInvisible(name)}</span>
            <span class={styles.source}>{escapeInvisible(root === '' ? '.' : root)}</span>
          </>
        )}
      </Tools>
    </Section>
  )
}

/** Who puts in order what Kilo writes. */
export function FormattersSection(props: ToolsProps<FormatterStatus>): JSX.Element {
  const sorted = createMemo(() =>
    props.read
      .value()
      ?.toSorted((a, b) => Number(b.enabled) - Number(a.enabled) || a.name.localeCompare(b.name, 'en')),
  )
  return (
    <Section
      title="Formatters"
      about="They put a file in order after Kilo has written it. Those count that are installed, and that the project is set up for."
    >
      <FlagRow
        context={props.context}
        name="Formatters"
        path={['formatter']}
        byDefault={false}
        on="Each file that Kilo writes is formatted by what is installed for its kind."
        off="Files stay as Kilo writes them."
        onWant={props.onWant}
      />
      <Tools
        {...props}
        read={{ ...props.read, value: sorted }}
        name="Formatters of the folder"
        path={['formatter']}
        none="The engine knows none."
      >
        {({ name, extensions, enabled }) => (
          <>
            <State isGood={enabled} word={enabled ? 'Ready' : 'Not here'} />
            <span class={styles.name}>{escapeInvisible(name)}</span>
            <span class={styles.source}>{escapeInvisible(extensions.join(' '))}</span>
          </>
        )}
      </Tools>
    </Section>
  )
}

const State = (props: { isGood: boolean; word: string }): JSX.Element => (
  <StatusBadge
    tone={props.isGood ? 'green' : 'grey'}
    icon={<StateIcon activity={props.isGood ? 'done' : 'idle'} />}
  >
    {props.word}
  </StatusBadge>
)

/** Of a folder where they are on. */
function Tools<Tool>(props: {
  context: RowContext
  read: Read<Tool[]>
  path: string[]
  none: string
  /** Of the list. */
  name: string
  children: (tool: Tool) => JSX.Element
}): JSX.Element {
  const isOn = () => flagOf(props.context.configuration(), props.path, false).isOn
  return (
    <Show when={isOn()}>
      <Show
        when={props.context.place().directory !== ''}
        fallback={<p class={styles.none}>Choose a folder to see those at work there.</p>}
      >
        <Show when={props.read.value()} fallback={<p class={styles.none}>Not known yet.</p>}>
          {(tools) => (
            <ul class={styles.tools} role="list" tabIndex={0} aria-label={props.name}>
              <For each={tools()} fallback={<li class={styles.none}>{props.none}</li>}>
                {(tool) => <li class={styles.tool}>{props.children(tool)}</li>}
              </For>
            </ul>
          )}
        </Show>
      </Show>
    </Show>
  )
}
