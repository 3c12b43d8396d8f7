import { Show, type JSX } from 'solid-js'
import { Markdown } from '../../../code/markdown/markdown.tsx'
import { CopyButton } from '../../../ui/copy-button.tsx'
import { createWholePart, WholeText } from '../../whole-text.tsx'
import callStyles from '../tool-call.module.css'
import type { Work } from './subagent-work.ts'
import styles from './subagent.module.css'

/** What a subagent answered when it was done. */
export interface Result {
  text: string
  /** It is the beginning of a longer one. */
  cut: boolean
  /** All of it. */
  copied: () => string | undefined | Promise<string | undefined>
}

/** A subagent's answer, or what it wrote last. In the subagent's session. */
export const SubagentAnswer = (props: {
  id: string
  work: Work
  result: Result | undefined
}): JSX.Element => {
  const readWhole = createWholePart()
  const written = () => (props.result ? null : props.work.text)
  const answer = () => props.result?.text ?? written()?.part.text ?? ''
  const copied = () => {
    if (props.result) return props.result.copied()
    const part = written()?.part
    if (part?.cut === undefined) return answer()
    return readWhole(part).then((whole) => (whole?.type === 'text' ? whole.text : undefined))
  }
  return (
    <Show when={answer().trim() !== ''}>
      <div class={styles.work} data-part={`${props.id} Output`}>
        <div class={callStyles.head} data-unsearched>
          <h3 class={callStyles.heading}>Answer</h3>
          <CopyButton name="Copy answer" text={copied} />
        </div>
        <Markdown
          text={answer()}
          writing={written()?.writing === true}
          plain={props.result?.cut ?? written()?.part.cut !== undefined}
        />
        <Show when={written()?.part}>{(part) => <WholeText part={part()} units={part().cut} />}</Show>
      </div>
    </Show>
  )
}
