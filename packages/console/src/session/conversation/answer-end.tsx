import type { AssistantMessage } from '@kilocode/sdk/v2/client'
import { createEffect, createSignal, onCleanup, Show, type JSX } from 'solid-js'
import { Notice } from '../../ui/notice.tsx'
import styles from './message.module.css'
import { createResume } from './resume.ts'
import { createResend } from './resend.ts'
import { endWords, type AnswerEnd as End } from './turn-end.ts'

/** The engine says that a session is idle before it says how the answer ended. Milliseconds. */
const PATIENCE_MS = 1000

/** Under an answer that ended otherwise than well. The newest one offers another try. */
export const AnswerEnd = (props: {
  message: AssistantMessage
  end: NonNullable<End>
  last: boolean
}): JSX.Element => {
  const resend = createResend()
  const resume = createResume(() => props.message.id, resend)
  const [ripe, setRipe] = createSignal(false)
  createEffect(() => {
    setRipe(false)
    const timer = setTimeout(() => setRipe(true), props.end === 'interrupted' ? PATIENCE_MS : 0)
    onCleanup(() => clearTimeout(timer))
  })
  const words = () => endWords(resume.label() !== undefined)[props.end]
  const retry = () => (props.end === 'interrupted' ? resume.run() : resend())
  return (
    <Show when={ripe()}>
      <Show when={props.last} fallback={<p class={styles.remark}>{words().title}</p>}>
        <Notice
          tone={words().tone}
          title={words().title}
          hint={words().hint}
          onRetry={retry()}
          retrying={resume.busy()}
          retryLabel={props.end === 'interrupted' ? resume.label() : undefined}
        />
      </Show>
    </Show>
  )
}
