import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js'
import type { Problem } from '../../../shared/api.ts'
import { host } from '../../sdk/host.ts'
import { toProblem } from '../../sdk/problem.ts'
import { suggestCommit } from '../../sdk/review.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { formatPlural } from '../../ui/format.ts'
import { Notice } from '../../ui/notice.tsx'
import { showToast } from '../../ui/toast.ts'
import type { ChangedFile } from './changed-file.ts'
import styles from './commit-dialog.module.css'
import { createMessage } from './create-message.ts'

export interface CommitDialogProps {
  open: boolean
  /** What is not committed. */
  files: readonly ChangedFile[]
  onClose: () => void
  onDone: () => void
}

/** Commits some of what is not committed, with a message that a model wrote and a person has seen. */
export const CommitDialog = (props: CommitDialogProps): JSX.Element => {
  const message = createMessage()
  const [left, setLeft] = createSignal<ReadonlySet<string>>(new Set())
  const [busy, setBusy] = createSignal<'writing' | 'committing'>()
  const [problem, setProblem] = createSignal<Problem>()
  createEffect(
    on(
      () => props.open,
      (open) => open && setProblem(),
    ),
  )
  // Whether it is committed is not known before it is.
  const close = () => busy() !== 'committing' && props.onClose()
  const chosen = () => props.files.filter(({ path }) => !left().has(path)).map(({ path }) => path)
  const place = () => props.files[0]?.place
  const run = async (
    what: 'writing' | 'committing',
    act: (serverId: string, directory: string) => Promise<void>,
  ) => {
    const at = place()
    if (!at) return
    setBusy(what)
    setProblem()
    try {
      await act(at.serverId, at.directory)
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setBusy()
    }
  }
  const generate = () =>
    run('writing', (serverId, directory) =>
      message.generate(() => suggestCommit({ serverId, directory }, chosen())),
    )
  const commit = () =>
    run('committing', async (serverId, directory) => {
      const { commit } = await host.commit(serverId, directory, { message: message.text(), files: chosen() })
      showToast({ tone: 'info', title: `Committed ${formatPlural(chosen().length, 'file')} as ${commit}` })
      message.set('')
      props.onDone()
      props.onClose()
    })
  const toggle = (path: string) => {
    const next = new Set(left())
    if (!next.delete(path)) next.add(path)
    setLeft(next)
  }
  const isReady = () => message.text().trim() !== '' && chosen().length > 0 && busy() === undefined
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title="Commit changes"
      width="medium"
      footer={
        <>
          <Button disabled={busy() === 'committing'} onClick={close}>
            Cancel
          </Button>
          <Button
            variant="primary"
            busy={busy() === 'committing'}
            disabled={!isReady()}
            onClick={() => void commit()}
          >
            Commit {formatPlural(chosen().length, 'file')}
          </Button>
        </>
      }
    >
      <div class={styles.commit}>
        <textarea
          class={styles.message}
          aria-label="Commit message"
          rows={4}
          dir="auto"
          placeholder="What changed, and why"
          value={message.text()}
          onInput={(event) => message.set(event.currentTarget.value)}
        />
        <div class={styles.help}>
          <Button size="small" busy={busy() === 'writing'} onClick={() => void generate()}>
            Generate message
          </Button>
          <Show when={message.replaced()}>
            {(before) => (
              <Button size="small" variant="ghost" onClick={() => message.set(before())}>
                Restore mine
              </Button>
            )}
          </Show>
        </div>
        <fieldset class={styles.files}>
          <legend>Files</legend>
          <For each={props.files}>
            {({ path, name }) => (
              <label class={styles.file}>
                <input type="checkbox" checked={!left().has(path)} onChange={() => toggle(path)} />
                <span>{name}</span>
              </label>
            )}
          </For>
        </fieldset>
        <Show when={problem()}>
          {(problem) => (
            <div class={styles.problem}>
              <Notice tone="error" title={firstLine(problem().message)} hint={problem().hint} />
              <Show when={otherLines(problem().message)}>{(said) => <pre tabIndex={0}>{said()}</pre>}</Show>
            </div>
          )}
        </Show>
      </div>
    </Dialog>
  )
}

const firstLine = (text: string) => text.split('\n', 1)[0] ?? ''
const otherLines = (text: string) => text.split('\n').slice(1).join('\n')
