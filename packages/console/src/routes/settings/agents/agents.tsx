import { Show, type JSX } from 'solid-js'
import { createSettings } from '../create-settings.ts'
import { Awaited } from '../read-failures.tsx'
import { ReadSettings } from '../read-settings.tsx'
import { AgentsView } from './agents-view.tsx'
import { createAgents } from './create-agents.ts'
import { createRules } from './create-rules.ts'
import { RulesFiles } from './rules-files.tsx'

/** `/settings/agents`: who works in a folder, the commands that are given there, and what is said to all of them. */
export default function AgentsPage(): JSX.Element {
  const settings = createSettings('Agents')
  const { places, isDown } = settings
  const agents = createAgents(places.place)
  const rules = createRules(places.place)
  const reads = [
    ['the agents', agents],
    ['the rules files', rules],
  ] as const
  return (
    <ReadSettings settings={settings} reads={reads}>
      {(context) => (
        <>
          <Show when={agents.value()} fallback={<Awaited read={agents} />}>
            {(value) => <AgentsView context={context()} agents={agents} value={value()} isDown={isDown()} />}
          </Show>
          <Show when={context().place().directory !== ''}>
            <RulesFiles read={rules} place={context().place()} from={context().from()} isDown={isDown()} />
          </Show>
        </>
      )}
    </ReadSettings>
  )
}
