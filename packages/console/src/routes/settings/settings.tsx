import { createSignal, For, type JSX } from 'solid-js'
import { host } from '../../sdk/host.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import {
  screenReader,
  sendsByEnter,
  setScreenReader,
  setSendsByEnter,
  setTheme,
  theme,
  type Theme,
} from '../../ui/preferences.ts'
import home from '../overview.module.css'
import { nameServer } from '../../frame/entry-text.ts'
import { KeyTable } from '../../shell/keys/key-table.tsx'
import { reportFailure } from '../../frame/report-failure.ts'
import { createPage } from '../../frame/shell-context.ts'
import { BudgetSettings } from './budget.tsx'
import { NoticeSettings } from './notices.tsx'
import { SettingsNavigation } from './settings-navigation.tsx'
import styles from './settings.module.css'

const THEMES: readonly { value: Theme; title: string }[] = [
  { value: 'system', title: 'Follow system' },
  { value: 'light', title: 'Light' },
  { value: 'dark', title: 'Dark' },
]

const SENDING = [
  { byEnter: true, title: 'Enter' },
  { byEnter: false, title: 'Ctrl+Enter (⌘Enter)' },
] as const

/** `/settings`: what this browser does differently, the keys, the versions, the way out. */
export default function Settings(): JSX.Element {
  createPage({ title: () => 'Settings' })
  return (
    <div class={home.scroll}>
      <div class={home.page}>
        <header class={styles.head}>
          <h1 class={home.title}>Settings</h1>
          <SettingsNavigation />
        </header>
        <Appearance />
        <NoticeSettings />
        <BudgetSettings />
        <section class={styles.section} aria-labelledby="settings-keys">
          <h2 id="settings-keys" class={styles.heading}>
            Keys
          </h2>
          <KeyTable />
        </section>
        <About />
      </div>
    </div>
  )
}

function Appearance(): JSX.Element {
  return (
    <section class={styles.section} aria-labelledby="settings-look">
      <h2 id="settings-look" class={styles.heading}>
        This browser
      </h2>
      <fieldset class={styles.setting}>
        <legend class={styles.name}>Theme</legend>
        <div class={styles.choices}>
          <For each={THEMES}>
            {({ value, title }) => (
              <label class={styles.choice}>
                <input
                  type="radio"
                  name="theme"
                  checked={theme() === value}
                  onChange={() => setTheme(value)}
                />
                {title}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <fieldset class={styles.setting}>
        <legend class={styles.name}>A prompt is sent by</legend>
        <div class={styles.choices}>
          <For each={SENDING}>
            {({ byEnter, title }) => (
              <label class={styles.choice}>
                <input
                  type="radio"
                  name="sending"
                  checked={sendsByEnter() === byEnter}
                  onChange={() => setSendsByEnter(byEnter)}
                />
                {title}
              </label>
            )}
          </For>
        </div>
      </fieldset>
      <div class={styles.setting}>
        <label class={styles.choice}>
          <input
            type="checkbox"
            checked={screenReader()}
            onChange={(event) => setScreenReader(event.currentTarget.checked)}
          />
          <span class={styles.name}>Screen reader mode</span>
        </label>
        <p class={styles.note}>
          Puts the text of terminals into the accessibility tree, which is slower with a lot of output. Adding{' '}
          <code class={styles.query}>?screenReader=1</code> to the address turns it on too.
        </p>
      </div>
    </section>
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
