import { createMemo, For, Show, type Accessor, type JSX } from 'solid-js'
import { Button } from '../ui/button.tsx'
import { createPart } from '../ui/create-part.tsx'
import { formatBytes, formatCount, formatPlural } from '../ui/format.ts'
import { CodeLine } from './code-line.tsx'
import styles from './code-text.module.css'
import { createTokens } from './create-tokens.ts'
import { useExpansion } from './expansion.ts'
import { headOfText, type Portion } from './portions.ts'
import type { TokenLine } from './tokeniser.ts'

/** Most of a session is no output, or stays closed. */
const OutputFlow = createPart(async () => (await import('./output-flow.tsx')).OutputFlow)

export interface CodeTextProps {
  /** By which it is remembered how much of it is shown. */
  id: string
  text: string
  language?: string | undefined
  /** The number of its first line, of a file: lines are numbered, and one that is broken for want of room is still one. */
  firstLine?: number | undefined
  /** The number of a line that stands out. */
  marked?: number | undefined
  /**
   * It will be run or written: each line stands on its own, numbered where there are several, so that a line that is broken for want of room
   * is not taken for two, and what is invisible is spelt out.
   */
  exact?: boolean
  /** What a terminal would show: its colours are read, and what was written over is gone. All else is exact. */
  output?: boolean
  failed?: boolean
}

/** Code and output of any length, in portions of 200 lines. */
export const CodeText = (props: CodeTextProps): JSX.Element => {
  const expansion = useExpansion()
  const head = createMemo(() => headOfText(props.text, expansion.portions(props.id)))
  const text = createMemo(() => (props.exact ? head().text.replace(/\n$/, '') : head().text))
  const tokens = createTokens(() => ({ text: text(), language: props.language }))
  return (
    <>
      <Show
        when={props.exact || props.firstLine !== undefined}
        fallback={
          <Flow text={text()} tokens={tokens} output={props.output ?? false} failed={props.failed ?? false} />
        }
      >
        <Lines text={text()} tokens={tokens} firstLine={props.firstLine} marked={props.marked} />
      </Show>
      <Show when={head().unitsLeft > 0}>
        <Button size="small" variant="ghost" onClick={() => expansion.showMore(props.id)}>
          Show more: {leftText(head())}
        </Button>
      </Show>
    </>
  )
}

const leftText = ({ linesLeft, unitsLeft }: Portion): string =>
  linesLeft > 1
    ? `${formatCount(linesLeft)} more lines`
    : `${formatPlural(linesLeft, 'more line')}, ${formatBytes(unitsLeft)}`

interface LinesProps extends Pick<CodeTextProps, 'text' | 'firstLine' | 'marked'> {
  tokens: Accessor<readonly TokenLine[] | undefined>
}

const Lines = (props: LinesProps): JSX.Element => {
  const lines = createMemo(() => props.text.split('\n'))
  const first = () => props.firstLine ?? 1
  return (
    <ol
      class={styles.lines}
      data-numbered={lines().length > 1 || props.firstLine !== undefined ? '' : undefined}
      style={{ 'counter-reset': `line ${first() - 1}` }}
      tabIndex={props.firstLine === undefined ? undefined : 0}
      data-file={props.firstLine === undefined ? undefined : ''}
    >
      <For each={lines()}>
        {(line, index) => (
          <li class={styles.line} data-marked={first() + index() === props.marked ? '' : undefined}>
            <bdi dir="ltr">
              <CodeLine text={line} tokens={props.tokens()?.[index()]} />
            </bdi>
          </li>
        )}
      </For>
    </ol>
  )
}

/** As it was written. */
const Flow = (props: {
  text: string
  tokens: Accessor<readonly TokenLine[] | undefined>
  output: boolean
  failed: boolean
}): JSX.Element => (
  <pre class={styles.flow} data-failed={props.failed ? '' : undefined} tabIndex={0}>
    <Show when={props.output} fallback={<ExactFlow text={props.text} tokens={props.tokens} />}>
      <OutputFlow
        before={<ExactFlow text={props.text} tokens={props.tokens} />}
        without={() => <ExactFlow text={props.text} tokens={props.tokens} />}
        text={props.text}
      />
    </Show>
  </pre>
)

/** Nothing of it can hide another part of it (fault 70). */
const ExactFlow = (props: Pick<LinesProps, 'text' | 'tokens'>): JSX.Element => {
  const lines = createMemo(() => props.text.split('\n'))
  return (
    <For each={lines()}>
      {(line, index) => (
        <>
          {index() > 0 ? '\n' : ''}
          <CodeLine text={line} tokens={props.tokens()?.[index()]} />
        </>
      )}
    </For>
  )
}
