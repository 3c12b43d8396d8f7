import ExternalLink from 'lucide-solid/icons/external-link'
import X from 'lucide-solid/icons/x'
import { Match, Show, Switch, type JSX } from 'solid-js'
import type { LinkTarget } from './screen/link-provider.ts'
import { Button } from '../ui/button.tsx'
import { IconButton } from '../ui/icon-button.tsx'
import { PathText } from '../ui/path-text.tsx'
import { isApple } from '../ui/shortcut.ts'
import { Spinner } from '../ui/spinner.tsx'
import type { TerminalStatus } from './status-text.ts'
import styles from './status-line.module.css'

export interface StatusLineProps {
  status: TerminalStatus | undefined
  /** The link under the pointer: where it goes is shown before it is opened. */
  link: LinkTarget | undefined
  onDismissLink: () => void
  /** What the program in it says it does. */
  title: string
  cwd: string
  restarting: boolean
  onRestart: () => void
  /** Buttons at its end, always there. */
  actions: JSX.Element
}

const modifier = typeof navigator !== 'undefined' && isApple(navigator.platform) ? '⌘' : 'Ctrl'

function Link(props: { link: LinkTarget; onDismiss: () => void }): JSX.Element {
  return (
    <>
      <span class={styles.target}>{props.link.href}</span>
      <Show when={props.link.chosen} fallback={<span class={styles.hint}>{modifier}+click opens it</span>}>
        <a
          class={styles.open}
          href={props.link.href}
          target="_blank"
          rel="noopener noreferrer"
          onClick={() => props.onDismiss()}
        >
          <ExternalLink size={14} aria-hidden="true" />
          Open link
        </a>
        <IconButton name="Dismiss link" size="small" onClick={() => props.onDismiss()}>
          <X />
        </IconButton>
      </Show>
    </>
  )
}

function Status(props: { status: TerminalStatus; restarting: boolean; onRestart: () => void }): JSX.Element {
  return (
    <>
      <Show
        when={props.status.busy}
        fallback={<span class={styles.mark} data-tone={props.status.tone} aria-hidden="true" />}
      >
        <Spinner />
      </Show>
      <strong class={styles.state}>{props.status.text}</strong>
      <span class={styles.hint}>{props.status.hint}</span>
      <Show when={props.status.offer}>
        {(offer) => (
          <Button size="small" busy={props.restarting} onClick={() => props.onRestart()}>
            {offer()}
          </Button>
        )}
      </Show>
    </>
  )
}

/** One line under the terminal, always there so that nothing moves: a link's target, else trouble, else what runs and where. */
export function StatusLine(props: StatusLineProps): JSX.Element {
  return (
    <footer class={styles.line} data-tone={props.link ? undefined : props.status?.tone}>
      <Switch
        fallback={
          <>
            <Show when={props.title}>
              <span class={styles.title}>{props.title}</span>
            </Show>
            <span class={styles.place}>
              <PathText path={props.cwd} code />
            </span>
          </>
        }
      >
        <Match when={props.link}>{(link) => <Link link={link()} onDismiss={props.onDismissLink} />}</Match>
        <Match when={props.status}>
          {(status) => <Status status={status()} restarting={props.restarting} onRestart={props.onRestart} />}
        </Match>
      </Switch>
      <span class={styles.actions}>{props.actions}</span>
    </footer>
  )
}
