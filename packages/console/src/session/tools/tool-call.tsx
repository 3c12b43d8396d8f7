import type { ToolPart } from '@kilocode/sdk/v2/client'
import { A } from '@solidjs/router'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, Show, type JSX } from 'solid-js'
import { useExpansion } from '../../code/expansion.ts'
import { links } from '../../store/links.ts'
import { createLayer } from '../../ui/create-layer.tsx'
import { formatDuration } from '../../ui/format.ts'
import { PathText } from '../../ui/path-text.tsx'
import { ElapsedTime } from '../../ui/time.tsx'
import { ChangeCount } from '../review/change-count.tsx'
import { useSession } from '../session-view.ts'
import { WholeText } from '../whole-text.tsx'
import { AnsweredQuestions } from './answered-questions.tsx'
import { answeredOf } from './call-facts.ts'
import { ToolIcon } from './tool-icon.tsx'
import { toolLineOf, type ToolLine } from './tool-line.ts'
import { StatusIcon } from './status-icon.tsx'
import styles from './tool-call.module.css'

/** Most calls stay closed. */
const ToolDetail = createLayer(async () => (await import('./tool-detail.tsx')).ToolDetail)

/** A tool call: one line that says what and how, opened for its input and output. */
export const ToolCall = (props: {
  part: ToolPart
  live: boolean
  /** Units of its longest text, where that is cut. */
  cut?: number | undefined
}): JSX.Element => {
  const view = useSession()
  const expansion = useExpansion()
  const isAsking = createMemo(() =>
    view.requests().some(({ request }) => request.tool?.callID === props.part.callID),
  )
  const line = createMemo(() => toolLineOf(props.part, view.directory(), props.live, isAsking()))
  const answered = createMemo(() => answeredOf(props.part))
  const isOpen = () => expansion.isOpen(props.part.id)
  return (
    <div class={styles.call} data-status={line().status}>
      <div class={styles.line}>
        <button
          type="button"
          class={styles.fold}
          aria-expanded={isOpen()}
          onClick={() => expansion.set(props.part.id, !isOpen())}
        >
          <ChevronRight size={14} class={styles.chevron ?? ''} aria-hidden="true" />
          <ToolIcon icon={line().icon} />
          <span class={styles.name}>{line().name}</span>
          <Subject line={line()} />
          <Show when={line().changed}>{(changed) => <ChangeCount {...changed()} />}</Show>
          <Show when={line().detail}>
            <span class={styles.detail}>{line().detail}</span>
          </Show>
          <Time line={line()} />
          <StatusIcon status={line().status} />
        </button>
        <Show when={line().childId}>
          {(id) => (
            <A class={styles.child} href={links.session(view.ref.serverId, id())}>
              Open
            </A>
          )}
        </Show>
      </div>
      <Show when={!isOpen() && answered().length > 0}>
        <AnsweredQuestions answered={answered()} />
      </Show>
      <Show when={isOpen()}>
        <ToolDetail open before={<p class={styles.nothing}>Loading…</p>} part={props.part} line={line()} />
        <WholeText part={props.part} units={props.cut} />
      </Show>
    </div>
  )
}

const Subject = (props: { line: ToolLine }): JSX.Element => (
  <span class={styles.subject} data-kind={props.line.kind}>
    <Show when={props.line.kind === 'path'} fallback={<span class={styles.cut}>{props.line.subject}</span>}>
      <PathText path={props.line.subject} code />
    </Show>
  </span>
)

const Time = (props: { line: ToolLine }): JSX.Element => (
  <span class={styles.time}>
    <Show when={props.line.startedAt}>
      {(started) => (
        <Show when={props.line.endedAt} fallback={<ElapsedTime since={started()} />}>
          {(ended) => formatDuration(ended() - started())}
        </Show>
      )}
    </Show>
  </span>
)
