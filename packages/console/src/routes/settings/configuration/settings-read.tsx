import { createMemo, For, Show, type JSX } from 'solid-js'
import type { Configuration } from '../../../../shared/configuration.ts'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { Notice } from '../../../ui/notice.tsx'
import styles from './configuration.module.css'
import type { Places } from './create-place.ts'
import { FileEditor } from './file/file-editor.tsx'
import { SettingGroups } from './setting-groups.tsx'
import type { RowContext } from './setting-row.tsx'
import { isEditable, SourceChain } from './source-chain.tsx'
import { filePath, type Standpoint } from './source-text.ts'

/** What was read: the settings with where they come from, or the text of one of their files. */
export function SettingsRead(props: {
  query: string
  context: RowContext
  places: Places
  isDown: boolean
}): JSX.Element {
  const { context } = props
  const value = () => context.configuration()
  const file = createMemo(() => {
    const source = value().sources.find(({ path }) => path !== undefined && path === props.places.file())
    return source && isEditable(source, context.from())
  })
  return (
    <Show
      keyed
      when={file()}
      fallback={
        <>
          <Warnings value={value()} from={context.from()} onEdit={props.places.openFile} />
          <SettingGroups query={props.query} context={context} />
          <Show when={value().more}>
            <p class={styles.note}>There are more settings than are shown here.</p>
          </Show>
          <SourceChain
            sources={value().sources}
            target={value().target?.path}
            from={context.from()}
            onEdit={props.places.openFile}
          />
        </>
      }
    >
      {(path) => (
        <FileEditor
          path={path}
          place={{ ...context.place() }}
          from={context.from()}
          isDown={props.isDown}
          onSaved={() => void context.reading.refresh()}
          onClose={() => props.places.openFile(undefined)}
        />
      )}
    </Show>
  )
}

/** What the engine passed over, and what can be changed. */
function Warnings(props: {
  value: Configuration
  from: Standpoint
  onEdit: (path: string) => void
}): JSX.Element {
  const editable = (path: string) => {
    const source = props.value.sources.find((one) => one.path === path)
    return source && isEditable(source, props.from)
  }
  const place = (path: string, line: number | undefined) =>
    `${escapeInvisible(filePath(path, props.from))}${line === undefined ? '' : `, line ${line}`}`
  return (
    <>
      <For each={props.value.warnings}>
        {({ path, line, message, hint }) => (
          <Notice
            tone="warning"
            title={`${place(path, line)}: ${escapeInvisible(message)}`}
            hint={hint}
            actions={
              <Show when={editable(path)}>
                <Button size="small" onClick={() => props.onEdit(path)}>
                  Edit file
                </Button>
              </Show>
            }
          />
        )}
      </For>
      <Show when={!props.value.target}>
        <Notice
          tone="info"
          title="Nothing can be changed here until the file is mended"
          hint="Changes would go to a file that Kilo can’t read. It is left as it is."
        />
      </Show>
      <Show when={props.value.target?.writable === false && props.value.target}>
        {(target) => (
          <Notice tone="info" title={`${place(target().path, undefined)} may not be written by Kilo`} />
        )}
      </Show>
    </>
  )
}
