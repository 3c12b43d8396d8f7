import { createMemo, createSignal, mergeProps, Show, type JSX } from 'solid-js'
import type { PermissionReply } from '../../store/actions/requests.ts'
import { useConsole } from '../../store/context.ts'
import type { Permission } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { tip } from '../../ui/tooltip.tsx'
import { contributeCommands } from '../../commands/registry.ts'
import { createExpansion, ExpansionProvider } from '../../code/expansion.ts'
import { AllowAll } from '../allowed/allow-all.tsx'
import { AlwaysReach } from './always-reach.tsx'
import { answerCommands } from '../../commands/answer-commands.ts'
import { COMMAND_LIST } from '../../commands/command-list.ts'
import { createAlways } from './create-always.ts'
import { createArming } from './create-arming.ts'
import { createCall } from './create-call.ts'
import { createReply } from './create-reply.ts'
import { isPartHidden, permissionSubjectOf } from './permission-subject.ts'
import { ReplyFailure } from './reply-failure.tsx'
import styles from './card.module.css'
import { SubjectView } from './subject-view.tsx'
import { countWaitingWith, rejectionText } from './waiting-with.ts'

export interface PermissionAskProps {
  serverId: string
  request: Permission
  /** Of the session that asks. */
  directory: string
  /** Whether the engine takes answers now. */
  reachable: boolean
  /**
   * Where the session is on screen: "always", words and keys. The words that go with a rejection which ends the turn are given to this
   * function; on the overview there are none.
   */
  onWords?: (words: string) => void
  /** Others are asked beside it: no key belongs to one of them. */
  keyless?: boolean
  /** Shown in place of the buttons while it is not known what would be allowed. */
  elsewhere?: JSX.Element
}

interface Answer {
  reply: PermissionReply
  words?: string
  /** With "always", where others were chosen than the engine means. */
  rules?: readonly string[] | undefined
}

type Press = Pick<Event, 'timeStamp'>

/** What is asked for, whole, and the answers: the one place that lets something be allowed. */
export const PermissionAsk = (props: PermissionAskProps): JSX.Element => {
  const { state, requests } = useConsole()
  const [words, setWords] = createSignal('')
  const always = createAlways(
    mergeProps(props, {
      get isOffered() {
        return props.onWords !== undefined
      },
    }),
  )
  const found = createCall(props)
  const subject = createMemo(() => permissionSubjectOf(props.request, props.directory, found.call()))
  let buttons: HTMLFormElement | undefined
  const arming = createArming(
    () => buttons,
    createMemo(() => JSON.stringify([props.request.id, found.isWhole(), subject(), always.outcome()])),
  )
  const reply = createReply<Answer>(async ({ reply, words, rules }) => {
    const { serverId, request } = props
    if (rules) return requests.allowAlways(serverId, request, rules)
    const isLost = words !== undefined && (await requests.countWaiting(serverId, request)) > 1
    await requests.replyPermission(serverId, request, reply, isLost ? undefined : words)
    if (isLost) props.onWords?.(words)
  })
  const waiting = () => countWaitingWith(state.servers[props.serverId]?.permissions ?? {}, props.request)
  const answer = (kind: PermissionReply, press: Press) => {
    if (!props.reachable || reply.busy() || !arming.takes(press)) return
    const said = words().trim()
    if (kind === 'reject') reply.send({ reply: kind, ...(said === '' ? {} : { words: said }) })
    else if (can(kind)) reply.send({ reply: kind, rules: kind === 'always' ? always.named() : undefined })
  }
  const can = (kind: PermissionReply) =>
    kind === 'reject' || (found.isWhole() && (kind === 'once' || always.can()))
  const hasKeys = () => props.onWords !== undefined && !props.keyless
  contributeCommands(() => (hasKeys() ? answerCommands(answer, reply.busy, can) : []))

  const AnswerButton = (own: { reply: PermissionReply; primary?: boolean; children: string }) => {
    const isSending = () => reply.busy() && reply.sent()?.reply === own.reply
    const keys = () => (hasKeys() ? COMMAND_LIST[`session.permission.${own.reply}`] : undefined)
    const isReject = () => own.reply === 'reject'
    // In a moment it can be pressed: to grey it until then would be a flicker.
    const isComing = () => own.reply === 'always' && always.reading()
    return (
      <Button
        type={isReject() ? 'submit' : 'button'}
        variant={own.primary ? 'primary' : 'quiet'}
        size={props.onWords ? 'medium' : 'small'}
        keys={keys()?.keys}
        busy={isSending()}
        disabled={!props.reachable || (reply.busy() && !isSending()) || !(can(own.reply) || isComing())}
        aria-disabled={arming.armed() && !isSending() && !isComing() ? undefined : 'true'}
        data-arming={isSending() ? undefined : ''}
        {...(hasKeys() ? tip(`${own.children} from anywhere`, keys()?.anywhere) : {})}
        onClick={(event) => !isReject() && answer(own.reply, event)}
      >
        {own.children}
      </Button>
    )
  }

  return (
    <ExpansionProvider value={createExpansion()}>
      <SubjectView id={props.request.id} subject={subject()} />
      <Show when={isPartHidden(subject())}>
        <Notice
          tone="warning"
          title="Part of this is hidden"
          hint="It is the same as a secret that the server knows, and would be used as it is."
        />
      </Show>
      <Show when={found.problem()}>
        {(problem) => (
          <Notice
            tone="warning"
            title="Couldn’t read exactly what would be done"
            hint={problem().message}
            onRetry={found.retry}
          />
        )}
      </Show>
      <ReplyFailure problem={reply.problem()} onRetry={reply.retry} />
      <form
        ref={(element) => (buttons = element)}
        class={styles.answers}
        // A form with a name is a landmark: where several are asked for at once, none is.
        aria-label={props.keyless ? undefined : 'Answer'}
        onKeyDown={swallowRepeat}
        onSubmit={(event) => {
          event.preventDefault()
          answer('reject', event)
        }}
      >
        <Show when={found.isWhole()} fallback={props.elsewhere}>
          <AnswerButton reply="once" primary>
            Allow once
          </AnswerButton>
          <Show when={props.onWords}>
            <AnswerButton reply="always">Allow always</AnswerButton>
          </Show>
        </Show>
        <Show when={props.onWords}>
          <input
            class={styles.words}
            aria-label="Tell Kilo what to do instead"
            placeholder="What to do instead"
            autocomplete="off"
            dir="auto"
            value={words()}
            onInput={(event) => setWords(event.currentTarget.value)}
          />
        </Show>
        <AnswerButton reply="reject">Reject</AnswerButton>
      </form>
      <Show when={waiting() > 1}>
        <p class={styles.warning}>{rejectionText(waiting(), props.onWords !== undefined)}</p>
      </Show>
      <Show when={props.onWords}>
        <AlwaysReach always={always} permission={props.request.permission} />
        <AllowAll
          serverId={props.serverId}
          request={props.request}
          disabled={!props.reachable || !found.isWhole() || reply.busy()}
          takes={(press) => arming.takes(press)}
        />
      </Show>
    </ExpansionProvider>
  )
}

/** A key that is held down has pressed a button once. */
function swallowRepeat(event: KeyboardEvent): void {
  if (event.repeat && (event.key === 'Enter' || event.key === ' ')) event.preventDefault()
}
