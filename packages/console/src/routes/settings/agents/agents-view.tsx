import Plus from 'lucide-solid/icons/plus'
import { createSignal, For, Show, type JSX } from 'solid-js'
import type { FolderAgents, ShownAgent, ShownCommand } from '../../../../shared/agents.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { ChangeDialog, type WantedChange } from '../change/change-dialog.tsx'
import { useDrafts } from '../change/drafts.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { AgentForm } from './agent-form.tsx'
import { AgentRow } from './agent-row.tsx'
import styles from './agents.module.css'
import { CommandRow } from './command-row.tsx'
import type { AgentsRead } from './create-agents.ts'
import { DefaultAgent } from './default-agent.tsx'
import { RemoveFile, type RemovedFile } from './remove-file.tsx'
import { writeCommand } from './want-command.tsx'

interface AgentsViewProps {
  context: RowContext
  agents: AgentsRead
  value: FolderAgents
  isDown: boolean
}

/** Who works in a place, and what is told them by name. */
export function AgentsView(props: AgentsViewProps): JSX.Element {
  const [wanted, setWanted] = createSignal<WantedChange>()
  const [edited, setEdited] = createSignal<{ agent?: ShownAgent }>()
  const [removed, setRemoved] = createSignal<RemovedFile>()
  const names = () => props.value.agents.map(({ name }) => name)
  return (
    <>
      <section class={styles.section} role="region" aria-label="Agents">
        <Head title="Agents" add="Add agent" disabled={props.isDown} onAdd={() => setEdited({})} />
        <DefaultAgent context={props.context} agents={props.value.agents} onWant={setWanted} />
        <ul class={styles.list}>
          <For each={names()}>
            {(name) => (
              <Show when={props.value.agents.find((agent) => agent.name === name)}>
                {(agent) => (
                  <AgentRow
                    agent={agent()}
                    context={props.context}
                    onEdit={() => setEdited({ agent: agent() })}
                    onRemove={setRemoved}
                    onWant={setWanted}
                  />
                )}
              </Show>
            )}
          </For>
        </ul>
      </section>
      <Commands {...props} onWant={setWanted} onRemove={setRemoved} />
      <ChangeDialog context={props.context} wanted={wanted()} onClose={() => setWanted(undefined)} />
      <Dialog
        open={edited() !== undefined}
        onClose={() => setEdited(undefined)}
        title={edited()?.agent ? `Edit ${edited()?.agent?.name}` : 'Add agent'}
        width="medium"
      >
        <Show when={edited()} keyed>
          {(one) => (
            <AgentForm
              agent={one.agent}
              taken={names()}
              context={props.context}
              read={props.agents}
              onClose={() => setEdited(undefined)}
            />
          )}
        </Show>
      </Dialog>
      <RemoveFile
        removed={removed()}
        context={props.context}
        read={props.agents}
        onClose={() => setRemoved(undefined)}
      />
    </>
  )
}

const Head = (props: { title: string; add: string; disabled: boolean; onAdd: () => void }): JSX.Element => (
  <div class={styles.head}>
    <h2 class={styles.heading}>{props.title}</h2>
    <Button size="small" icon={<Plus />} disabled={props.disabled} onClick={() => props.onAdd()}>
      {props.add}
    </Button>
  </div>
)

function Commands(
  props: AgentsViewProps & {
    onWant: (change: WantedChange) => void
    onRemove: (file: RemovedFile) => void
  },
): JSX.Element {
  const drafts = useDrafts()
  const agents = () => props.value.agents.map(({ name }) => name)
  const write = (command?: ShownCommand) =>
    props.onWant(
      writeCommand(props.context, drafts, { agents: agents(), taken: props.value.commands, command }),
    )
  return (
    <section class={styles.section} role="region" aria-label="Commands">
      <Head title="Commands" add="Add command" disabled={props.context.locked()} onAdd={() => write()} />
      <ul class={styles.list}>
        <For
          each={props.value.commands}
          fallback={<li class={styles.row}>No commands yet. Type / and its name in a prompt to run one.</li>}
        >
          {(command) => (
            <CommandRow
              command={command}
              context={props.context}
              onEdit={() => write(command)}
              onRemove={props.onRemove}
              onWant={props.onWant}
            />
          )}
        </For>
      </ul>
    </section>
  )
}
