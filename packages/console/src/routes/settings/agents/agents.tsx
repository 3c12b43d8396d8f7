import { Show, type JSX } from 'solid-js'
import { createPage } from '../../../frame/shell-context.ts'
import { useConsole } from '../../../store/context.ts'
import { createPlaces } from '../configuration/create-place.ts'
import { createReading } from '../configuration/create-reading.ts'
import { createContext } from '../create-context.ts'
import { EngineSettings, isDownAt, SettingsLoading } from '../engine-settings.tsx'
import { ReadFailures, RefreshReads } from '../read-failures.tsx'
import { AgentsView } from './agents-view.tsx'
import { createAgents } from './create-agents.ts'
import { createRules } from './create-rules.ts'
import { RulesFiles } from './rules-files.tsx'

/** `/settings/agents`: who works in a folder, the commands that are given there, and what is said to all of them. */
export default function AgentsPage(): JSX.Element {
  createPage({ title: () => 'Agents' })
  const console = useConsole()
  const places = createPlaces()
  const reading = createReading(places.place)
  const agents = createAgents(places.place)
  const rules = createRules(places.place)
  const context = createContext(places, reading)
  const reads = [
    ['the settings', reading],
    ['the agents', agents],
    ['the rules files', rules],
  ] as const
  const isDown = () => isDownAt(console, places)
  return (
    <EngineSettings places={places} tools={<RefreshReads reads={reads} disabled={isDown()} />}>
      {(place) => (
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
            {(known) => (
              <>
                <Show
                  when={agents.value()}
                  fallback={
                    <Show when={!agents.problem()}>
                      <SettingsLoading />
                    </Show>
                  }
                >
                  {(value) => (
                    <AgentsView context={known()} agents={agents} value={value()} isDown={isDown()} />
                  )}
                </Show>
                <Show when={place().directory !== ''}>
                  <RulesFiles read={rules} place={place()} from={known().from()} isDown={isDown()} />
                </Show>
              </>
            )}
          </Show>
        </>
      )}
    </EngineSettings>
  )
}
