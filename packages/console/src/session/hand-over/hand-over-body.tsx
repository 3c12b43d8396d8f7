import { useNavigate } from '@solidjs/router'
import { createSignal, onCleanup, Show, untrack, type JSX } from 'solid-js'
import { nameServer } from '../../frame/entry-text.ts'
import { createTitle } from '../../frame/create-title.ts'
import { reportFailure } from '../../frame/report-failure.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import type { PromptChoice, SessionRef } from '../../store/types.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Picker } from '../../ui/picker.tsx'
import { choiceIn } from '../composer/choice-in.ts'
import { createReply } from '../requests/create-reply.ts'
import { useSession } from '../session-view.ts'
import { createTargets } from './create-targets.ts'
import { handOverText } from './hand-over-text.ts'
import { handedChoice } from './handed-choice.ts'
import styles from './hand-over.module.css'
import { refOfTarget } from './ref-of-target.ts'
import { TargetChoices } from './target-choices.tsx'
import { targetId, type Target } from './targets.ts'

/** The text, where it goes, who answers. It lives as long as the dialog is open. */
export const HandOverBody = (props: { onDone: () => void }): JSX.Element => {
  const { sessions, state } = useConsole()
  const view = useSession()
  const navigate = useNavigate()
  const title = createTitle(view.ref.serverId, view.session)
  const options = createTargets()
  const [text, setText] = createSignal(untrack(() => handOverText(handOver())))
  const [target, setTarget] = createSignal<Target>({
    kind: 'new',
    serverId: view.ref.serverId,
    directory: untrack(view.directory),
  })
  const [choice, setChoice] = createSignal<PromptChoice>({})
  const [choosing, setChoosing] = createSignal(false)
  function handOver() {
    const transcript = view.transcript()
    const partsOf = (id: string) => transcript?.parts[id] ?? []
    const { diffs = [], todos = [] } = transcript ?? {}
    return { title: title(), directory: view.directory(), messages: view.messages(), partsOf, diffs, todos }
  }
  const chosen = () => options().find(({ id }) => id === targetId(target()))
  const kept = () => {
    const to = target()
    return to.kind === 'session' ? choiceIn(state.servers[to.serverId], to) : undefined
  }
  let isClosed = false
  onCleanup(() => (isClosed = true))
  const made = {
    create: (to: Extract<Target, { kind: 'new' }>) => sessions.create(to),
    remove: (ref: SessionRef): Promise<unknown> =>
      sessions.remove(ref).catch((error: unknown) => {
        reportFailure('Couldn’t remove the new session', error, () => void made.remove(ref))
      }),
  }
  const handing = createReply(async (to: Target) => {
    // As it was at the press: another place may be chosen while a session is being made.
    const words = text().trim()
    const as = handedChoice(kept(), choice())
    const ref = await refOfTarget(to, { ...made, isClosed: () => isClosed })
    if (!ref) return
    props.onDone()
    navigate(links.session(ref.serverId, ref.sessionId))
    void sessions.prompt(ref, words, as)
  })
  const serverName = () => {
    const info = state.servers[target().serverId]?.info
    return info && state.order.length > 1 ? ` · ${nameServer(info)}` : ''
  }
  return (
    <div class={styles.body}>
      <p class={styles.note}>Read it and change what is wrong: this is all that the other session is told.</p>
      <textarea
        class={styles.text}
        aria-label="Hand-over text"
        dir="auto"
        rows={14}
        readOnly={handing.busy()}
        value={text()}
        onInput={(event) => setText(event.currentTarget.value)}
      />
      <div class={styles.choices}>
        <Button aria-haspopup="dialog" onClick={() => setChoosing(true)}>
          To: {chosen()?.title ?? 'New session'}
          {serverName()}
        </Button>
        <TargetChoices target={target()} choice={choice()} kept={kept()} onChoice={setChoice} />
      </div>
      <Show when={handing.problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Nothing was handed over: ${problem().message}`}
            hint={problem().hint}
          />
        )}
      </Show>
      <div class={styles.buttons}>
        <Button onClick={() => props.onDone()}>Cancel</Button>
        <Button
          variant="primary"
          busy={handing.busy()}
          disabled={text().trim() === ''}
          onClick={() => handing.send(target())}
        >
          Continue there
        </Button>
      </div>
      <Show when={choosing()}>
        <Picker
          open
          onClose={() => setChoosing(false)}
          title="Continue in"
          placeholder="Search folders and sessions"
          options={options()}
          selected={targetId(target())}
          onPick={(option) => {
            setTarget(option.target)
            setChoice({})
          }}
        />
      </Show>
    </div>
  )
}
