import { createEffect, createSignal, For, on, Show, type JSX } from 'solid-js'
import { choosePreference } from '../../frame/choose-preference.ts'
import { noticeChoice, takeNotices } from '../../shell/attention/notice-choice.ts'
import { canNotify } from '../../shell/attention/can-notify.ts'
import { playTone } from '../../shell/attention/tone.ts'
import { useConsole } from '../../store/context.ts'
import { Button } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import styles from './settings.module.css'

const KINDS = [
  { kind: 'needsYou', key: 'notifyNeedsYou', title: 'A session needs you' },
  { kind: 'done', key: 'notifyDone', title: 'A session is done' },
  { kind: 'failed', key: 'notifyFailed', title: 'A session has failed' },
] as const

type NoticeKey = (typeof KINDS)[number]['key'] | 'notifySound'

/** Asked of the browser by a press alone. Undefined where it has no notifications: on a phone's browser, or over an unsafe connection. */
const asPermission = () => (canNotify() ? Notification.permission : undefined)

/** What the system tells of while nobody looks at the page. Nothing, until somebody wants it. */
export function NoticeSettings(): JSX.Element {
  const { state } = useConsole()
  createEffect(on(() => ({ ...state.info?.preferences }), takeNotices))
  const [permission, setPermission] = createSignal(asPermission())
  const wantsAny = () => KINDS.some(({ kind }) => noticeChoice()[kind])
  const ask = async () => setPermission(await Notification.requestPermission())
  const choose = async (key: NoticeKey, wanted: boolean) => {
    takeNotices({ [key]: wanted })
    choosePreference({ key, value: wanted })
    if (wanted && key !== 'notifySound' && permission() === 'default') await ask()
  }
  return (
    <section class={styles.section} aria-labelledby="settings-notices">
      <h2 id="settings-notices" class={styles.heading}>
        System notifications
      </h2>
      <fieldset class={styles.setting} disabled={permission() === undefined}>
        <legend class={styles.name}>While no window of the console is in sight, tell me that</legend>
        <div class={styles.choices}>
          <For each={KINDS}>
            {({ kind, key, title }) => (
              <label class={styles.choice}>
                <input
                  type="checkbox"
                  checked={noticeChoice()[kind]}
                  onChange={(event) => void choose(key, event.currentTarget.checked)}
                />
                {title}
              </label>
            )}
          </For>
        </div>
        <div class={styles.choices}>
          <label class={styles.choice}>
            <input
              type="checkbox"
              checked={noticeChoice().sound}
              onChange={(event) => void choose('notifySound', event.currentTarget.checked)}
            />
            With a tone
          </label>
          <Button variant="ghost" onClick={() => void playTone().catch(() => undefined)}>
            Play it
          </Button>
        </div>
      </fieldset>
      <Show when={permission() === undefined}>
        <p class={styles.note}>This browser shows no notifications for this page.</p>
      </Show>
      <Show when={permission() === 'default' && wantsAny()}>
        <Notice
          tone="warning"
          title="The browser shows none until you allow it"
          actions={
            <Button size="small" onClick={() => void ask()}>
              Allow…
            </Button>
          }
        />
      </Show>
      <Show when={permission() === 'denied' && wantsAny()}>
        <Notice
          tone="warning"
          title="The browser doesn’t let this page show notifications"
          hint="Allow them in the browser’s settings for this site, then reload the page."
        />
      </Show>
    </section>
  )
}
