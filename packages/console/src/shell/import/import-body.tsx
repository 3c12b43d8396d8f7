import { useNavigate } from '@solidjs/router'
import { onCleanup, Show, type JSX } from 'solid-js'
import { createStore } from 'solid-js/store'
import { importLimits } from '@kilo-console/engine/edge/limits'
import { useShell } from '../../frame/shell-context.ts'
import { ImportLeftover, importSession } from '../../sdk/import-session.ts'
import { toProblem } from '../../sdk/problem.ts'
import { useConsole } from '../../store/context.ts'
import { links } from '../../store/links.ts'
import { importSource } from '../../store/import-source.ts'
import { Button } from '../../ui/button.tsx'
import { formatBytes } from '../../ui/format.ts'
import { showToast } from '../../ui/toast.ts'
import { Notice } from '../../ui/notice.tsx'
import { tildePath } from '../../ui/path-split.ts'
import { PathText } from '../../ui/path-text.tsx'
import { oneLine } from '../../frame/entry-text.ts'
import styles from './import.module.css'
import { importText } from './import-text.ts'
import { planImport, type ImportPlan } from './import-plan.ts'

interface Progress {
  plan?: ImportPlan | undefined
  /** Messages that are written; undefined: not begun. */
  done?: number | undefined
  problem?: { title: string; hint?: string | undefined } | undefined
}

const loadChecks = async () => (await import('@kilo-console/engine/edge/answers')).answers

/** A file, what is in it, and where it goes. It lives as long as the dialog is open. */
export function ImportBody(): JSX.Element {
  const { state, can } = useConsole()
  const { start, close } = useShell()
  const navigate = useNavigate()
  const [progress, setProgress] = createStore<Progress>({})
  const place = () => start.folder()
  const closed = new AbortController()
  onCleanup(() => closed.abort())
  let chosen: File | undefined
  const read = async (file: File | undefined) => {
    chosen = file
    setProgress({ plan: undefined, problem: undefined, done: undefined })
    if (!file) return
    try {
      if (file.size > importLimits.fileBytes)
        throw new Error(
          `The file is ${formatBytes(file.size)}; the limit is ${formatBytes(importLimits.fileBytes)}.`,
        )
      const [text, checks] = [await file.text(), await loadChecks()]
      // Another one was chosen meanwhile.
      if (chosen !== file) return
      setProgress({ plan: planImport(text, { checks, ...importSource() }) })
    } catch (error) {
      setProgress({
        problem: {
          title: toProblem(error).message,
          hint: 'Choose a file that kilo export or this console wrote.',
        },
      })
    }
  }
  const send = async (plan: ImportPlan) => {
    const to = place()
    if (!to) return
    setProgress({ done: 0, problem: undefined })
    try {
      await importSession(to, plan, (done) => setProgress({ done }), closed.signal)
      close('import')
      navigate(links.session(to.serverId, plan.sessionId))
    } catch (error) {
      const isLeft = error instanceof ImportLeftover
      const { message, hint } = toProblem(error)
      if (closed.signal.aborted)
        showToast({
          tone: isLeft ? 'error' : 'info',
          title: 'The import was stopped',
          hint: isLeft ? hint : 'Nothing of it is kept.',
        })
      // What is left has the ids of the plan: the file is read anew, for others.
      else if (isLeft) void read(chosen).then(() => tell(message, hint))
      else tell(message, hint)
    }
  }
  const tell = (message: string, hint: string | undefined) =>
    setProgress({ done: undefined, problem: { title: `The session was not imported: ${message}`, hint } })
  const isOffered = () => can(place()?.serverId ?? '', 'import')
  return (
    <div class={styles.body}>
      <label class={styles.file}>
        File
        <input
          type="file"
          accept=".json,application/json"
          disabled={progress.done !== undefined}
          onChange={(event) => void read(event.currentTarget.files?.[0])}
        />
      </label>
      <Show when={!isOffered()}>
        <Notice
          tone="warning"
          title="This server can’t import sessions"
          hint="Choose a folder of a Kilo server for new sessions."
        />
      </Show>
      <Show when={progress.problem}>
        {(problem) => <Notice tone="error" title={problem().title} hint={problem().hint} />}
      </Show>
      <Show when={progress.plan}>
        {(plan) => (
          <>
            <p class={styles.title} dir="auto">
              {oneLine(plan().title) || 'Session without a title'}
            </p>
            <p>{importText(plan())}</p>
            <p class={styles.note}>
              It becomes a session of{' '}
              <PathText path={tildePath(place()?.directory ?? '', state.info?.home)} code />, the folder for
              new sessions. Kilo reads it as its own past: import what you trust.
            </p>
            <div class={styles.buttons}>
              <Show when={progress.done !== undefined}>
                <span role="status">
                  {progress.done} of {plan().messages.length} messages
                </span>
              </Show>
              <Button
                variant="primary"
                busy={progress.done !== undefined}
                disabled={!isOffered() || place() === undefined}
                onClick={() => void send(plan())}
              >
                Import
              </Button>
            </div>
          </>
        )}
      </Show>
    </div>
  )
}
