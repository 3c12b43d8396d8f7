import { createSignal, For, Show, type JSX } from 'solid-js'
import { host } from '../../sdk/host.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { nameServer } from '../../frame/entry-text.ts'
import { KeyTable } from '../../shell/keys/key-table.tsx'
import { reportFailure } from '../../frame/report-failure.ts'
import { createPage } from '../../frame/shell-context.ts'
import { Appearance, Machine } from './appearance.tsx'
import { BudgetSettings } from './budget.tsx'
import { createPreferences, type PreferenceReading } from './create-preferences.ts'
import { NoticeSettings } from './notices.tsx'
import { SettingsPage } from './settings-page.tsx'
import styles from './settings.module.css'

/** `/settings`: the console's own settings, the keys, the versions, the way out. */
export default function Settings(): JSX.Element {
  createPage({ title: () => 'Settings' })
  const reading = createPreferences()
  return (
    <SettingsPage>
      <FileTrouble reading={reading} />
      <Appearance reading={reading} />
      <NoticeSettings />
      <BudgetSettings />
      <Machine reading={reading} />
      <section class={styles.section} aria-labelledby="settings-keys">
        <h2 id="settings-keys" class={styles.heading}>
          Keys
        </h2>
        <KeyTable />
      </section>
      <About />
    </SettingsPage>
  )
}

/** What of the file does not count. */
function FileTrouble(props: { reading: PreferenceReading }): JSX.Element {
  return (
    <>
      <Show when={props.reading.problem()}>
        {(problem) => (
          <Notice
            tone="error"
            title={`Couldn’t read the settings of the console: ${problem().message}`}
            hint={problem().hint}
            onRetry={props.reading.refresh}
          />
        )}
      </Show>
      <Show when={props.reading.file()?.broken}>
        {(why) => (
          <Notice
            tone="warning"
            title={`${props.reading.file()?.path ?? ''} ${why()}`}
            hint="Nothing of it counts, and nothing can be kept until it is mended."
            onRetry={props.reading.refresh}
          />
        )}
      </Show>
      <For each={props.reading.file()?.problems}>
        {({ key, expects }) => (
          <Notice
            tone="warning"
            title={`${key} in ${props.reading.file()?.path ?? ''} has to be ${expects}`}
            hint="The default holds."
          />
        )}
      </For>
    </>
  )
}

function About(): JSX.Element {
  const { state } = useConsole()
  const [leaving, setLeaving] = createSignal(false)
  const leave = async () => {
    setLeaving(true)
    try {
      await host.logOut()
      // The page starts over, holding nothing of what it has shown.
      location.assign(document.baseURI)
    } catch (error) {
      reportFailure('You are still logged in', error, () => void leave())
      setLeaving(false)
    }
  }
  // Another user's server tells nothing of itself.
  const servers = () =>
    state.order.flatMap((id) => state.servers[id]?.info ?? []).filter(({ kind }) => kind !== 'foreign')
  return (
    <section class={styles.section} aria-labelledby="settings-about">
      <h2 id="settings-about" class={styles.heading}>
        About
      </h2>
      <dl class={styles.facts}>
        <dt>Console</dt>
        <dd>{state.info?.version ?? 'unknown'}</dd>
        <For each={servers()}>
          {(info) => (
            <>
              <dt>{nameServer(info)}</dt>
              <dd>
                engine {info.version ?? 'unknown'} at <code>{info.url}</code>
              </dd>
            </>
          )}
        </For>
      </dl>
      <div>
        <Button busy={leaving()} onClick={() => void leave()}>
          Log out
        </Button>
      </div>
      <p class={styles.note}>
        Logs this browser out. Sessions keep running; <code>kilo console</code> opens the console again.
      </p>
    </section>
  )
}
