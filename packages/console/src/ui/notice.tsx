import CircleAlert from 'lucide-solid/icons/circle-alert'
import Info from 'lucide-solid/icons/info'
import TriangleAlert from 'lucide-solid/icons/triangle-alert'
import { Match, Show, Switch, type JSX } from 'solid-js'
import { Button } from './button.tsx'
import styles from './notice.module.css'

export interface NoticeProps {
  tone: 'error' | 'warning' | 'info'
  /** What happened, in one sentence. */
  title: JSX.Element
  /** Output that explains it, line by line as it was printed. */
  detail?: string | undefined
  /** What to do or run next. */
  hint?: JSX.Element
  /** Offers another try. */
  onRetry?: (() => void) | undefined
  retrying?: boolean | undefined
  /** What the button for it says; absent: Try again. */
  retryLabel?: string | undefined
  /** Further buttons. */
  actions?: JSX.Element
}

/** Something to know, in the place that it concerns. An error is announced when it appears. */
export const Notice = (props: NoticeProps): JSX.Element => (
  <div class={styles.notice} data-tone={props.tone} role={props.tone === 'error' ? 'alert' : 'note'}>
    <span class={styles.icon} aria-hidden="true">
      <Switch>
        <Match when={props.tone === 'error'}>
          <CircleAlert size={16} />
        </Match>
        <Match when={props.tone === 'warning'}>
          <TriangleAlert size={16} />
        </Match>
        <Match when={props.tone === 'info'}>
          <Info size={16} />
        </Match>
      </Switch>
    </span>
    <div class={styles.text}>
      <p class={styles.title}>{props.title}</p>
      <Show when={props.detail}>
        <pre class={styles.detail} tabIndex={0}>
          {props.detail}
        </pre>
      </Show>
      <Show when={props.hint}>
        <p class={styles.hint}>{props.hint}</p>
      </Show>
    </div>
    <div class={styles.actions}>
      <Show when={props.onRetry}>
        {(retry) => (
          <Button size="small" busy={props.retrying} onClick={() => retry()()}>
            {props.retryLabel ?? 'Try again'}
          </Button>
        )}
      </Show>
      {props.actions}
    </div>
  </div>
)
