import { A } from '@solidjs/router'
import { createEffect, createSignal, on, Show, untrack, type JSX } from 'solid-js'
import { modelOptions, type ModelOption } from '../../../session/composer/choose/model-options.ts'
import type { ConfigurationPlace } from '../../../store/actions/configuration.ts'
import { choicesCache } from '../../../store/choices-cache.ts'
import { useConsole } from '../../../store/context.ts'
import { links } from '../../../store/links.ts'
import { Picker } from '../../../ui/picker.tsx'
import { setDefaultAgent, resetDefaultAgent } from '../agents/want-agent.tsx'
import { ChangeDialog, type WantedChange } from '../change/change-dialog.tsx'
import { createPlaces } from '../configuration/create-place.ts'
import { createReading } from '../configuration/create-reading.ts'
import type { RowContext } from '../configuration/setting-row.tsx'
import { createContext } from '../create-context.ts'
import { Use } from '../models/uses-view.tsx'
import { resetUse, setUse } from '../models/want-use.tsx'
import { UnreadSettings } from '../unread-settings.tsx'
import { agentUse, modelUse } from './default-uses.ts'
import styles from './projects.module.css'

/** What new sessions of the folder begin with, and where the rest of its settings is. */
export function Defaults(props: { place: Pick<ConfigurationPlace, 'serverId' | 'directory'> }): JSX.Element {
  const places = createPlaces()
  const place = () => {
    const shown = places.place()
    return shown?.directory === props.place.directory ? shown : undefined
  }
  const reading = createReading(place)
  const context = createContext(places, reading)
  const { serverId, directory } = props.place
  return (
    <section class={styles.section} role="region" aria-label="New sessions">
      <h3 class={styles.heading}>New sessions</h3>
      <Show when={context()} fallback={<UnreadSettings reading={reading} />}>
        {(known) => <Uses context={known()} />}
      </Show>
      <nav class={styles.more} aria-label="More settings of this folder">
        <A class={styles.link} href={links.inFolder(links.permissions, serverId, directory)}>
          Permissions
        </A>
        <A class={styles.link} href={links.inFolder(links.configuration, serverId, directory)}>
          Configuration
        </A>
        <A class={styles.link} href={links.inFolder(links.agents, serverId, directory)}>
          Agents and rules files
        </A>
        <A class={styles.link} href={links.inFolder(links.mcp, serverId, directory)}>
          MCP servers
        </A>
      </nav>
    </section>
  )
}

type Open = 'model' | 'agent'

function Uses(props: { context: RowContext }): JSX.Element {
  const choices = createChoices(props.context)
  const [open, setOpen] = createSignal<Open>()
  const [wanted, setWanted] = createSignal<WantedChange>()
  const model = () => modelUse(props.context.configuration(), choices.data()?.models)
  const agent = () => agentUse(props.context.configuration())
  const close = () => setOpen(undefined)
  return (
    <>
      <ul class={styles.list}>
        <Use
          use={model()}
          context={props.context}
          onChange={() => setOpen('model')}
          onReset={() => setWanted(resetUse(model()))}
        />
        <Use
          use={agent()}
          context={props.context}
          onChange={() => setOpen('agent')}
          onReset={() => setWanted(resetDefaultAgent())}
        />
      </ul>
      <Picker<ModelOption>
        open={open() === 'model'}
        onClose={close}
        title="Default model"
        placeholder="Search models"
        options={open() === 'model' ? modelOptions(choices.data()?.models ?? [], [], []) : []}
        selected={model().model}
        onPick={({ id }) => id !== model().model && setWanted(setUse(model(), id))}
      />
      <Picker
        open={open() === 'agent'}
        onClose={close}
        title="Default agent"
        placeholder="Search agents"
        options={
          choices
            .data()
            ?.agents.map(({ name, description }) => ({ id: name, title: name, detail: description })) ?? []
        }
        selected={agent().model}
        onPick={({ id }) => id !== agent().model && setWanted(setDefaultAgent(id))}
      />
      <ChangeDialog context={props.context} wanted={wanted()} onClose={() => setWanted(undefined)} />
    </>
  )
}

/** Read when they are not known yet, and again when the folder was put away: that is what a change of settings does. */
function createChoices(context: RowContext) {
  const { state } = useConsole()
  const { serverId, directory } = context.place()
  const choices = choicesCache(serverId, directory)
  if (!untrack(choices.data)) choices.read()
  createEffect(
    on(
      () => state.servers[serverId]?.disposals,
      () => choices.read(),
      { defer: true },
    ),
  )
  return choices
}
