import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import type { FolderAgents } from '../../../../shared/agents.ts'
import { createAgents } from '../agents/create-agents.ts'
import { ChangeDialog, type WantedChange } from '../change/change-dialog.tsx'
import type { RowContext } from '../configuration/setting-row.tsx'
import { createSettings } from '../create-settings.ts'
import { ReadSettings } from '../read-settings.tsx'
import { RuleGroupView } from './rule-group.tsx'
import { ruleGroups } from './rule-rows.ts'
import { RulesHead } from './rules-head.tsx'
import styles from './permissions.module.css'
import { Tester } from './tester.tsx'

/** `/settings/permissions`: which calls are allowed, asked for and refused, who says so, and what would happen to one. */
export default function PermissionsPage(): JSX.Element {
  const settings = createSettings('Permissions')
  const agents = createAgents(settings.places.place)
  return (
    <ReadSettings settings={settings} reads={[['the agents', agents]]}>
      {(context) => <Rules context={context()} agents={agents.value()} />}
    </ReadSettings>
  )
}

function Rules(props: { context: RowContext; agents: FolderAgents | undefined }): JSX.Element {
  const [wanted, setWanted] = createSignal<WantedChange>()
  const all = () => props.agents?.agents ?? []
  /** Of one that has none of its own: the engine’s own agents add theirs behind everybody’s. */
  const rulesOf = (name: string | undefined) => {
    const agent =
      name === undefined
        ? (all().find(({ native }) => !native) ?? all()[0])
        : all().find((one) => one.name === name)
    return agent?.permission ?? []
  }
  const groups = createMemo(() => ruleGroups(props.context.configuration(), rulesOf))
  return (
    <>
      <Show when={all().length > 0}>
        <Tester context={props.context} agents={all()} groups={groups()} />
      </Show>
      <section class={styles.section} role="region" aria-label="Rules">
        <RulesHead context={props.context} agents={all()} onWant={setWanted} />
        <For each={groups()}>
          {(group) => <RuleGroupView group={group} context={props.context} onWant={setWanted} />}
        </For>
      </section>
      <ChangeDialog context={props.context} wanted={wanted()} onClose={() => setWanted(undefined)} />
    </>
  )
}
