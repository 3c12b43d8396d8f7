import { createSignal, Match, Show, Switch, type JSX } from 'solid-js'
import { announce } from '../../../../ui/announce.tsx'
import { Button } from '../../../../ui/button.tsx'
import { escapeInvisible } from '../../../../ui/escape-invisible.ts'
import { Notice } from '../../../../ui/notice.tsx'
import { Skeleton } from '../../../../ui/skeleton.tsx'
import type { ConfigurationPlace } from '../../../../store/actions/configuration.ts'
import { filePath, type Standpoint } from '../source-text.ts'
import { CodeArea } from './code-area.tsx'
import { createFileEdit, type FileEdit } from './create-file-edit.ts'
import styles from './file.module.css'
import { FileActions } from './file-actions.tsx'

/** The text of one file of settings, to be written by hand. */
export function FileEditor(props: {
  path: string
  place: ConfigurationPlace
  from: Standpoint
  isDown: boolean
  onSaved: () => void
  onClose: () => void
}): JSX.Element {
  const name = () => filePath(props.path, props.from)
  const edit = createFileEdit({
    path: props.path,
    place: props.place,
    isDown: () => props.isDown,
    onSaved: props.onSaved,
  })
  return (
    <section class={styles.file} aria-label={`File ${name()}`}>
      <header class={styles.head}>
        <h2 class={styles.name}>
          <code>{escapeInvisible(name())}</code>
        </h2>
        <Button onClick={props.onClose}>Back to settings</Button>
      </header>
      <Show when={edit.state.base} fallback={<Unread edit={edit} />}>
        {(base) => (
          <>
            <Show when={!base().exists}>
              <p class={styles.hint}>This file isn’t there yet: saving makes it.</p>
            </Show>
            <Show when={!base().writable}>
              <Notice tone="info" title="This file may not be written" hint="Its rights forbid that." />
            </Show>
            <Show when={edit.state.text.includes('{hidden:')}>
              <p class={styles.hint}>
                {'{hidden:…}'} stands for what may be a secret. Where it is left, the secret stays as it is.
              </p>
            </Show>
            <Writing name={name()} edit={edit} locked={!base().writable} isDown={props.isDown} />
          </>
        )}
      </Show>
    </section>
  )
}

function Writing(props: { name: string; edit: FileEdit; locked: boolean; isDown: boolean }): JSX.Element {
  const { edit } = props
  const [byKeys, setByKeys] = createSignal(false)
  let area: HTMLTextAreaElement | undefined
  const goTo = (line: number) => {
    if (!area) return
    const lines = area.value.split('\n')
    const start = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0)
    area.focus()
    area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
    area.scrollTop = (area.scrollHeight / lines.length) * Math.max(0, line - 4)
  }
  const canSave = () => edit.isChanged() && !edit.broken() && !props.isDown && !props.locked
  const saveByKeys = () => {
    const { notByKeys } = edit.words()
    if (!canSave() || edit.state.waits) return
    if (notByKeys === undefined) return void edit.save(false)
    setByKeys(true)
    announce(notByKeys, 'urgent')
  }
  return (
    <>
      <CodeArea
        ref={(element) => (area = element)}
        name={`Text of ${props.name}`}
        text={edit.state.text}
        disabled={props.locked || edit.state.isSaving}
        wrongLine={edit.broken()?.line}
        onChange={(text) => {
          setByKeys(false)
          edit.change(text)
        }}
        onSave={saveByKeys}
      />
      <Show when={byKeys() && canSave() && !edit.state.waits && edit.words().notByKeys}>
        {(why) => <Notice tone="warning" title={why()} />}
      </Show>
      <Show when={edit.broken()}>
        {(broken) => (
          <Notice
            tone="warning"
            title={`Line ${broken().line}: ${broken().message}`}
            hint="It can be saved when that is mended."
            actions={
              <Button size="small" onClick={() => goTo(broken().line)}>
                Go to line {broken().line}
              </Button>
            }
          />
        )}
      </Show>
      <Show when={edit.state.problem}>
        {(problem) => <Notice tone="error" title={problem().message} hint={problem().hint} />}
      </Show>
      <FileActions edit={edit} canSave={canSave()} />
    </>
  )
}

function Unread(props: { edit: FileEdit }): JSX.Element {
  return (
    <Switch fallback={<Skeleton rows={1} height={320} label="Reading the file" />}>
      <Match when={props.edit.state.problem}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Couldn’t read the file: ${problem().message}`}
            hint={problem().hint}
            onRetry={() => void props.edit.load()}
          />
        )}
      </Match>
    </Switch>
  )
}
