import { createMemo, createSignal, For, Show, type JSX } from 'solid-js'
import type { FolderAgents } from '../../../../shared/agents.ts'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { createAgents } from '../agents/create-agents.ts'
import { ChangeDialog, type WantedChange } from '../change/change-dialog.tsx'
import { createPlaces } from '../configuration/create-place.ts'
import { createReading } from '../configuration/create-reading.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { createContext } from '../create-context.ts'
import { EngineSettings, isDownAt, SettingsLoading } from '../engine-settings.tsx'
import { ReadFailures, RefreshReads } from '../read-failures.tsx'
import { RuleGroupView } from './rule-group.tsx'
import { ruleGroups } from './rule-rows.ts'
import { RulesHead } from './rules-head.tsx'
import styles from './permissions.module.css'
import { Tester } from './tester.tsx'

/** `/settings/permissions`: which calls are allowed, asked for and refused, who says so, and what would happen to one. */
export default function PermissionsPage(): JSX.Element {
  createPage({ title: () => 'Permissions' })
  const console = useConsole()
  const places = createPlaces()
  const reading = createReading(places.place)
  const agents = createAgents(places.place)
  const context = createContext(places, reading)
  const reads = [
    ['the settings', reading],
    ['the agents', agents],
  ] as const
  return (
    <EngineSettings
      places={places}
      tools={<RefreshReads reads={reads} disabled={isDownAt(console, places)} />}
    >
      {() => (
        <>
          <ReadFailures reads={reads} />
          <Show
            when={context()}
            fallback={
              <Show when={!reading.problem()}>
                <SettingsLoading />
              </Show>
            }
          >
            {(known) => <Rules context={known()} agents={agents.value()} />}
          </Show>
        </>
      )}
    </EngineSettings>
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
