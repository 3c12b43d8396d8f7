import type { ToolPart } from '@kilocode/sdk/v2/client'
import { A } from '@solidjs/router'
import ChevronRight from 'lucide-solid/icons/chevron-right'
import { createMemo, Show, type JSX } from 'solid-js'
import { useExpansion } from '../../code/expansion.ts'
import { isWithin } from '../../store/family.ts'
import { links } from '../../store/links.ts'
import { sessionOf } from '../../store/types.ts'
import { createPart } from '../../ui/create-part.tsx'
import { formatDuration } from '../../ui/format.ts'
import { PathText } from '../../ui/path-text.tsx'
import { ElapsedTime } from '../../ui/time.tsx'
import { ChangeCount } from '../review/change-count.tsx'
import { useSession } from '../session-view.ts'
import { WholeText } from '../whole-text.tsx'
import { AnsweredQuestions } from './answered-questions.tsx'
import { answeredOf, childOf } from './call-facts.ts'
import { ToolIcon } from './tool-icon.tsx'
import { toolLineOf, type ToolLine } from './tool-line.ts'
import { StatusIcon } from './status-icon.tsx'
import { spentWords } from './subagent/spent.ts'
import styles from './tool-call.module.css'

/** Most calls stay closed. */
const ToolDetail = createPart(async () => (await import('./tool-detail.tsx')).ToolDetail)
const SubagentNow = createPart(async () => (await import('./subagent/subagent-now.tsx')).SubagentNow)

/** A tool call: one line that says what and how, opened for its input and output. */
export const ToolCall = (props: {
  part: ToolPart
  live: boolean
  /** Units of its longest text, where that is cut. */
  cut?: number | undefined
}): JSX.Element => {
  const view = useSession()
  const expansion = useExpansion()
  const childId = createMemo(() => childOf(props.part))
  const isAsking = createMemo(() => {
    const [child, sessions] = [childId(), view.server()?.sessions ?? {}]
    return view
      .requests()
      .some(
        ({ request }) =>
          request.tool?.callID === props.part.callID ||
          (child !== '' && isWithin(sessions, request.sessionID, child)),
      )
  })
  const line = createMemo(() => toolLineOf(props.part, view.directory(), props.live, isAsking()))
  const answered = createMemo(() => answeredOf(props.part))
  const isOpen = () => expansion.isOpen(props.part.id)
  const spent = () => (childId() === '' ? '' : spentWords(sessionOf(view.server(), childId())))
  /** A subagent's subagent is a link: what it does is shown there. */
  const isAtWork = () =>
    childId() !== '' && !view.within && (line().status === 'running' || line().status === 'asking')
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
          <Show when={spent()}>
            <span class={styles.spent}>{spent()}</span>
          </Show>
          <Time line={line()} />
          <StatusIcon status={line().status} />
        </button>
        <Show when={childId()}>
          {(id) => (
            <A
              class={styles.child}
              href={links.session(view.ref.serverId, id())}
              aria-label={`Open the session of ${line().name}: ${line().subject}`}
            >
              Open
            </A>
          )}
        </Show>
      </div>
      <Show when={!isOpen() && isAtWork()}>
        <SubagentNow
          before={<p class={styles.now} />}
          without={() => <p class={styles.now} />}
          sessionId={childId()}
          part={props.part}
        />
      </Show>
      <Show when={!isOpen() && answered().length > 0}>
        <AnsweredQuestions answered={answered()} />
      </Show>
      <Show when={isOpen()}>
        <ToolDetail before={<p class={styles.nothing}>Loading…</p>} part={props.part} line={line()} />
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
