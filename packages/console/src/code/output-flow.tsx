import { createMemo, For, type JSX } from 'solid-js'
import type { PartProps } from '../ui/create-part.tsx'
import type { AnsiStyle } from './ansi/sgr.ts'
import { TextWithFiles } from './file-links.tsx'
import { makeOutputReader } from './output-chunks.ts'
import styles from './output-flow.module.css'

/** CSS pixels: 12 px at 1.5. */
const LINE = 18

/** Output as it was written, with the colours of a terminal; what is out of sight is not laid out. */
export const OutputFlow = (props: PartProps & { text: string }): JSX.Element => {
  const read = makeOutputReader()
  const chunks = createMemo(() => read(props.text))
  return (
    <For each={chunks()}>
      {({ runs, lines }) => (
        <span class={styles.chunk} style={{ 'contain-intrinsic-height': `auto ${lines * LINE}px` }}>
          {runs.map(({ text, style }) => (
            <Run text={text} style={style} />
          ))}
        </span>
      )}
    </For>
  )
}

const isPlain = (style: AnsiStyle): boolean => Object.keys(style).length === 0

const Run = (props: { text: string; style: AnsiStyle }): JSX.Element =>
  isPlain(props.style) ? (
    <TextWithFiles text={props.text} />
  ) : (
    <span
      class={styles.run}
      data-colour={props.style.colour}
      data-ground={props.style.ground}
      data-marks={marksOf(props.style)}
    >
      <TextWithFiles text={props.text} />
    </span>
  )

const MARKS = ['bold', 'dim', 'italic', 'underline', 'struck', 'inverse'] as const

const marksOf = (style: AnsiStyle): string | undefined =>
  MARKS.filter((mark) => style[mark]).join(' ') || undefined
