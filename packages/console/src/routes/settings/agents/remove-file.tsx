import { Show, type JSX } from 'solid-js'
import { ProblemError } from '../../../sdk/problem.ts'
import { removeAgent, removeCommand, type AgentDraft } from '../../../sdk/settings/agent-files.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { useConfiguration } from '../../../store/configuration.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import { formatPlural } from '../../../ui/format.ts'
import { ChangeActions } from '../change/change-actions.tsx'
import { createChange } from '../change/create-change.ts'
import { planOther } from '../change/plan.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { filePath } from '../configuration/source-text.ts'
import styles from './agents.module.css'
import { readAgents, textOf, type AgentsRead } from './create-agents.ts'

/** A file of an agent or a command that is to go. */
export type RemovedFile =
  | { kind: 'agent'; name: string; path: string; scope: AgentDraft['scope'] }
  | { kind: 'command'; name: string; path: string }

interface RemoveFileProps {
  context: RowContext
  read: AgentsRead
  onClose: () => void
}

/** Asks before a file is deleted: it names it, and says what goes with it. */
export const RemoveFile = (props: RemoveFileProps & { removed: RemovedFile | undefined }): JSX.Element => (
  <Dialog
    open={props.removed !== undefined}
    onClose={props.onClose}
    title={`Remove ${props.removed ? titleOf(props.removed) : ''}`}
    width="medium"
  >
    <Show when={props.removed} keyed>
      {(removed) => <Confirm {...props} removed={removed} />}
    </Show>
  </Dialog>
)

const titleOf = ({ kind, name }: RemovedFile) => (kind === 'command' ? `/${name}` : name)

function Confirm(props: RemoveFileProps & { removed: RemovedFile }): JSX.Element {
  const { configuration } = useConfiguration()
  const { context, removed } = props
  const place = () => ({ ...context.place(), ...(removed.kind === 'agent' && { scope: removed.scope }) })
  const read = textOf(props.read.value(), removed)
  const write = async (asked: ConfigurationPlace) => {
    await removeFile(asked, removed, read)
    await props.read.refresh()
  }
  const change = createChange(
    place,
    () => {
      // As it is shown now: it may go when another one is.
      const asked = { ...context.place() }
      return planOther(configuration, {
        place: place(),
        name: `file ${removed.path}`,
        title: `${titleOf(removed)} removed`,
        write: () => write(asked),
      })
    },
    props.onClose,
  )
  return (
    <div class={styles.form}>
      <p>
        <code>{escapeInvisible(filePath(removed.path, context.from()))}</code> is deleted
        <Show when={read}>{(words) => <>, with {formatPlural(words().split('\n').length, 'line')}</>}</Show>.
        The console keeps no copy. Sessions that were held with it stay.
      </p>
      <ChangeActions
        change={change}
        label={removed.kind === 'agent' ? 'Remove agent' : 'Remove command'}
        disabled={context.locked()}
        onCancel={props.onClose}
      />
    </div>
  )
}

/** As long as it says what was read. Throws `ProblemError`. */
export async function removeFile(
  place: ConfigurationPlace,
  removed: RemovedFile,
  before: string | undefined,
): Promise<void> {
  if (textOf(await readAgents(place), removed) !== before)
    throw new ProblemError({
      code: 'conflict',
      message: 'Its file was changed meanwhile: look at it before it goes.',
    })
  await (removed.kind === 'agent'
    ? removeAgent(place, removed.name, removed.scope)
    : removeCommand(place, removed.path))
}
