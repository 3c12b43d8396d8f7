import { createSignal, createUniqueId, For, Show, type JSX } from 'solid-js'
import type { Configuration, ShownValue } from '../../../../shared/configuration.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { Button } from '../../../ui/button.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import styles from './configuration.module.css'
import { createEdit, type Edit } from './create-edit.ts'
import type { Reading } from './create-reading.ts'
import { SavePanel } from './save-panel.tsx'
import { SettingEditor } from './setting-editor.tsx'
import { explanation, layerText, originText, overruledBy, type Standpoint } from './source-text.ts'
import { MOST_TEXT, writeValue, type SettingRow } from './rows.ts'
import { takeFocus } from './take-focus.ts'

export interface RowContext {
  place: () => ConfigurationPlace
  reading: Reading
  configuration: () => Configuration
  from: () => Standpoint
  /** Nothing can be changed: the file is broken or may not be written, or nobody is there. */
  locked: () => boolean
}

/** One setting: its value, where that comes from, and what is changed of it. */
export function SettingRowView(props: { row: SettingRow; context: RowContext }): JSX.Element {
  const [open, setOpen] = createSignal(false)
  const { context } = props
  let item: HTMLLIElement | undefined
  const edit = createEdit(() => props.row, { ...context, onDone: () => item && takeFocus(item, document) })
  const id = createUniqueId()
  const origin = () => originText(props.row.field, context.configuration(), context.from())
  // A secret is not written here: it would have to be shown to be checked.
  const simple = () => {
    const shown = props.row.field?.shown
    return shown && !isSimple(shown) ? undefined : props.row.known
  }
  return (
    <li
      ref={(element) => (item = element)}
      class={styles.row}
      data-changed={edit.isChanged() ? '' : undefined}
    >
      <div class={styles.names} id={id}>
        <Show when={props.row.known} fallback={<code>{escapeInvisible(props.row.name)}</code>}>
          {(known) => (
            <>
              <span class={styles.title}>{known().title}</span>{' '}
              <code class={styles.key}>{props.row.name}</code>
            </>
          )}
        </Show>
      </div>
      <div class={styles.value}>
        <Show when={simple()} fallback={<Value row={props.row} />}>
          {(known) => (
            <SettingEditor
              name={props.row.name}
              known={known()}
              edit={edit}
              disabled={context.locked() || edit.state.isSaving === true}
              describedBy={id}
            />
          )}
        </Show>
      </div>
      <div class={styles.foot}>
        <Button
          size="small"
          variant="ghost"
          class={styles.source ?? ''}
          aria-expanded={open()}
          onClick={() => setOpen(!open())}
        >
          Source: {origin()}
        </Button>
        <RowActions row={props.row} edit={edit} locked={context.locked()} />
      </div>
      <Show when={open()}>
        <Layers row={props.row} context={context} />
      </Show>
      <Show when={edit.isChanged() || edit.state.conflict}>
        <SavePanel
          name={props.row.name}
          edit={edit}
          overruled={overruledBy(props.row.field, context.configuration(), context.from())}
        />
      </Show>
    </li>
  )
}

function RowActions(props: { row: SettingRow; edit: Edit; locked: boolean }): JSX.Element {
  return (
    <div class={styles.actions}>
      <Show when={props.edit.canUndo() && !props.edit.isChanged()}>
        <Button
          size="small"
          variant="ghost"
          aria-label={`Undo the change of ${props.row.name}`}
          disabled={props.locked}
          onClick={() => void props.edit.undo()}
        >
          Undo
        </Button>
      </Show>
      <Show when={props.row.field?.inTarget && !props.edit.state.resets}>
        <Button
          size="small"
          variant="ghost"
          aria-label={`Reset ${props.row.name}`}
          disabled={props.locked}
          onClick={props.edit.reset}
        >
          Reset
        </Button>
      </Show>
    </div>
  )
}

/** A long text is shown without its end. */
const isSimple = (shown: ShownValue): boolean =>
  !('secret' in shown) && typeof shown.value !== 'object' && writeValue(shown).length < MOST_TEXT

function Value(props: { row: SettingRow }): JSX.Element {
  return (
    <Show when={props.row.field?.shown} fallback={<span class={styles.none}>default</span>}>
      {(shown) => (
        <Show when={'secret' in shown()} fallback={<code>{escapeInvisible(writeValue(shown()))}</code>}>
          <span class={styles.none}>set</span>
        </Show>
      )}
    </Show>
  )
}

/** Who sets it, the winner first. */
function Layers(props: { row: SettingRow; context: RowContext }): JSX.Element {
  const layers = () => [...(props.row.field?.layers ?? [])].toReversed()
  const wins = (index: number) => index === 0 && props.row.field?.origin === 'layer'
  return (
    <div class={styles.layers}>
      <Show when={explanation(props.row.field, props.context.configuration().sources)}>
        {(text) => <p>{text()}</p>}
      </Show>
      <Show when={layers().length > 0}>
        <ol>
          <For each={layers()}>
            {(layer, index) => (
              <li data-wins={wins(index()) ? '' : undefined}>
                <span>{layerText(layer, props.context.configuration().sources, props.context.from())}</span>{' '}
                <code>{escapeInvisible(writeValue(layer.shown))}</code>{' '}
                <span class={styles.none}>{wins(index()) ? 'in force' : 'gives way'}</span>
              </li>
            )}
          </For>
        </ol>
      </Show>
    </div>
  )
}
