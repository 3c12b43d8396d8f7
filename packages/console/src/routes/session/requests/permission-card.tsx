import type { Session } from '@kilocode/sdk/v2/client'
import { createMemo, createSignal, For, lazy, onMount, Show, Suspense, type JSX } from 'solid-js'
import type { PermissionReply } from '../../../store/actions/requests.ts'
import { useConsole } from '../../../store/context.ts'
import type { Permission } from '../../../store/types.ts'
import { Button } from '../../../ui/button.tsx'
import { StateIcon } from '../../../ui/state-icon.tsx'
import { contributeCommands } from '../../shell/commands.ts'
import { useSession } from '../session-view.ts'
import { LongText } from '../tools/long-text.tsx'
import { Asker } from './asker.tsx'
import { createReply } from './create-reply.ts'
import { alwaysCovers, permissionSubjectOf } from './permission-subject.ts'
import { ReplyFailure } from './reply-failure.tsx'
import styles from './requests.module.css'

const DiffView = lazy(() => import('../review/diff-view.tsx'))

export interface PermissionCardProps {
  request: Permission
  /** The session that asks. */
  by: Session | undefined
  /** How many requests wait behind this one. */
  more: number
}

interface Answer {
  reply: PermissionReply
  message?: string
}

/** Asks the user whether a call may go on: who asks, for what exactly, and how far "always" would reach. */
export const PermissionCard = (props: PermissionCardProps): JSX.Element => {
  const { requests } = useConsole()
  const view = useSession()
  const [instead, setInstead] = createSignal('')
  const subject = createMemo(() =>
    permissionSubjectOf(props.request, props.by?.directory ?? props.request.directory),
  )
  const covers = () => alwaysCovers(props.request)
  const { sent, busy, problem, send, retry } = createReply<Answer>(({ reply, message }) =>
    requests.replyPermission(view.ref.serverId, props.request, reply, message),
  )
  const allow = (reply: 'once' | 'always') => {
    if (view.reachable()) send({ reply })
  }
  const reject = () => {
    const message = instead().trim()
    if (view.reachable()) send({ reply: 'reject', ...(message === '' ? {} : { message }) })
  }
  const isSending = (reply: PermissionReply) => busy() && sent()?.reply === reply

  onMount(() =>
    contributeCommands(() => [
      {
        id: 'permission.once',
        title: 'Allow once',
        keys: 'a',
        when: () => !busy(),
        run: () => allow('once'),
      },
      {
        id: 'permission.always',
        title: 'Allow always',
        keys: 'shift+a',
        when: () => !busy(),
        run: () => allow('always'),
      },
      { id: 'permission.reject', title: 'Reject', keys: 'r', when: () => !busy(), run: reject },
    ]),
  )

  return (
    <section class={styles.card} role="region" aria-label="Permission">
      <header class={styles.head}>
        <StateIcon activity="permission" />
        <h2 class={styles.title}>Kilo {subject().asks}</h2>
        <span class={styles.kind}>{props.request.permission}</span>
        <Show when={props.more > 0}>
          <span class={styles.more}>{props.more} more after this</span>
        </Show>
      </header>
      <Asker
        by={props.by}
        messageId={props.request.tool?.messageID}
        directory={props.by?.directory ?? props.request.directory}
      />
      <div class={styles.subject}>
        <Show when={subject().command}>
          {(command) => <LongText id={`${props.request.id} command`} text={command()} />}
        </Show>
        <Show when={subject().description}>{(words) => <p class={styles.words}>{words()}</p>}</Show>
        <Show when={subject().targets.length > 0}>
          <ul class={styles.targets}>
            <For each={subject().targets}>{(target) => <li>{target}</li>}</For>
          </ul>
        </Show>
        <Show when={subject().diff}>
          {(diff) => (
            <div class={styles.diff}>
              <Suspense fallback={<p class={styles.words}>Reading the changes…</p>}>
                <DiffView patch={diff()} id={`${props.request.id} diff`} />
              </Suspense>
            </div>
          )}
        </Show>
      </div>
      <ReplyFailure problem={problem()} onRetry={retry} />
      <form
        class={styles.answers}
        onSubmit={(event) => {
          event.preventDefault()
          reject()
        }}
      >
        <Button
          variant="primary"
          keys="a"
          busy={isSending('once')}
          disabled={!view.reachable() || (busy() && !isSending('once'))}
          onClick={() => allow('once')}
        >
          Allow once
        </Button>
        <Button
          keys="shift+a"
          busy={isSending('always')}
          disabled={!view.reachable() || (busy() && !isSending('always'))}
          onClick={() => allow('always')}
        >
          Allow always
        </Button>
        <input
          class={styles.instead}
          aria-label="Tell Kilo what to do instead"
          placeholder="Tell Kilo what to do instead"
          autocomplete="off"
          value={instead()}
          onInput={(event) => setInstead(event.currentTarget.value)}
        />
        <Button
          type="submit"
          keys="r"
          busy={isSending('reject')}
          disabled={!view.reachable() || (busy() && !isSending('reject'))}
        >
          Reject
        </Button>
      </form>
      <p class={styles.covers}>
        <Show
          when={covers()}
          fallback="“Always” would cover this call alone: the engine offers no wider rule for it."
        >
          {(covers) => (
            <>
              “Always” would cover <code>{covers()}</code>
            </>
          )}
        </Show>
      </p>
    </section>
  )
}
