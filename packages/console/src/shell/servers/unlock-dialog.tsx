import { createSignal, createUniqueId, Show, type JSX } from 'solid-js'
import { toProblem } from '../../sdk/problem.ts'
import type { Problem } from '../../../shared/api.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { nameServer } from '../../frame/entry-text.ts'
import styles from './unlock-dialog.module.css'

/** Asks for the password of a server that wants one. The host keeps it, the page does not. */
export function UnlockDialog(
  props: LayerProps & { serverId: string | null; onClose: () => void },
): JSX.Element {
  const { state, servers } = useConsole()
  const form = createUniqueId()
  const [busy, setBusy] = createSignal(false)
  const [problem, setProblem] = createSignal<Problem | null>(null)
  const name = () => {
    const info = props.serverId === null ? undefined : state.servers[props.serverId]?.info
    return info ? nameServer(info) : 'the server'
  }
  const close = () => {
    setProblem(null)
    props.onClose()
  }
  const submit = async (fields: FormData) => {
    const [password, username] = ['password', 'username'].map((name) => fields.get(name))
    if (props.serverId === null || typeof password !== 'string' || password === '') return
    setBusy(true)
    setProblem(null)
    try {
      await servers.unlock(props.serverId, password, typeof username === 'string' ? username : '')
      close()
    } catch (error) {
      setProblem(toProblem(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Dialog
      open={props.open}
      onClose={close}
      title={`Password for ${name()}`}
      description="It was started with KILO_SERVER_PASSWORD or OPENCODE_SERVER_PASSWORD. The console host keeps the password in a file that only you can read."
      footer={
        <>
          <Button onClick={close}>Cancel</Button>
          <Button variant="primary" type="submit" form={form} busy={busy()}>
            Unlock
          </Button>
        </>
      }
    >
      <form
        id={form}
        class={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void submit(new FormData(event.currentTarget))
        }}
      >
        <input
          class={styles.input}
          type="password"
          name="password"
          aria-label="Password"
          placeholder="Password"
          autocomplete="off"
          required
        />
        <input
          class={styles.input}
          name="username"
          aria-label="User name"
          placeholder="User name, if it was started with one"
          autocomplete="off"
          spellcheck={false}
        />
        <Show when={problem()}>
          {(shown) => <Notice tone="error" title={shown().message} hint={shown().hint} />}
        </Show>
      </form>
    </Dialog>
  )
}
