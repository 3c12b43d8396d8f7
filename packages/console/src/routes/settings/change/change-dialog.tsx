import { Show, type JSX } from 'solid-js'
import type { FieldChange } from '../../../../shared/configuration.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { filePath, overruledBy } from '../configuration/source-text.ts'
import { ChangeActions } from './change-actions.tsx'
import styles from './change-dialog.module.css'
import { createChange } from './create-change.ts'
import { planSettings } from './plan.ts'
import { SavedForm } from './saved-form.tsx'

/** Settings that somebody is about to change, in a dialog of its own. */
export interface WantedChange {
  /** Of the dialog. */
  title: string
  /** As somebody would say that it was saved: "Default model". */
  said: string
  /** Of the button: "Set default model". */
  label: string
  /** Empty: something is still to be chosen. */
  changes: () => FieldChange[]
  /** What is chosen, what was, and what comes of it. */
  content: JSX.Element
  /** Something of it is wrong. To be told once somebody has tried to save it. */
  isWrong?: () => boolean
  onRefused?: () => void
  /** Also done when it was saved or is going to be. */
  onDone?: () => void
  /** Also done when somebody wants none of it any more. */
  onCancel?: () => void
}

/** No file sets it: what does may stand above all files. */
const UNTOLD =
  'KILO_CONFIG_CONTENT or another that isn’t told sets it now: that may win over what is saved here.'

export function ChangeDialog(props: {
  context: RowContext
  wanted: WantedChange | undefined
  onClose: () => void
}): JSX.Element {
  return (
    <Dialog
      open={props.wanted !== undefined}
      onClose={props.onClose}
      title={props.wanted?.title ?? ''}
      width="medium"
    >
      <Show when={props.wanted} keyed>
        {(wanted) => <ChangeForm context={props.context} wanted={wanted} onClose={props.onClose} />}
      </Show>
    </Dialog>
  )
}

function ChangeForm(props: { context: RowContext; wanted: WantedChange; onClose: () => void }): JSX.Element {
  const { configuration } = useConfiguration()
  const { context, wanted } = props
  const change = createChange(
    context.place,
    () => {
      if (wanted.isWrong?.()) {
        wanted.onRefused?.()
        return undefined
      }
      return planSettings(configuration, {
        place: { ...context.place() },
        reading: context.reading,
        changes: wanted.changes(),
        title: wanted.said,
      })
    },
    () => {
      wanted.onDone?.()
      props.onClose()
    },
  )
  const overruled = () => {
    const [first] = wanted.changes()
    const name = JSON.stringify(first?.path)
    const field = context.configuration().fields.find(({ path }) => JSON.stringify(path) === name)
    if (field?.origin === 'untold') return UNTOLD
    return first && overruledBy(field, context.configuration(), context.from())
  }
  return (
    <SavedForm class={styles.form}>
      {wanted.content}
      <Show when={overruled()}>{(why) => <Notice tone="warning" title={why()} />}</Show>
      <Show
        when={context.configuration().target}
        fallback={<Notice tone="warning" title="Nothing can be changed until the file is mended" />}
      >
        {(target) => (
          <p class={styles.file}>
            Written to <code>{filePath(target().path, context.from())}</code>
            {target().exists ? '' : ', which is new'}.
          </p>
        )}
      </Show>
      <ChangeActions
        change={change}
        label={wanted.label}
        disabled={context.locked() || (wanted.changes().length === 0 && !wanted.isWrong?.())}
        onCancel={() => {
          wanted.onCancel?.()
          props.onClose()
        }}
      />
    </SavedForm>
  )
}
