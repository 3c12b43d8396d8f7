import { Show, type JSX } from 'solid-js'
import { useConsole } from '../store/context.ts'
import { Button } from '../ui/button.tsx'
import { CopyCommand } from '../ui/copy-command.tsx'
import { Spinner } from '../ui/spinner.tsx'
import { bannerOf, type Banner } from './banner.ts'
import styles from './banner.module.css'
import { runCommand } from '../commands/registry.ts'

/** Above the page: that the host is gone, or the daemon, and what to do about it. */
export function BannerView(props: { serverId: string | undefined }): JSX.Element {
  const console = useConsole()
  const act = (does: NonNullable<Banner['action']>['does']) => {
    if (does === 'reconnect') console.reconnect()
    else runCommand(does)
  }
  return (
    <Show when={bannerOf(console.state, props.serverId)}>
      {(banner) => (
        <section class={styles.banner} data-tone={banner().tone} aria-label="Notice">
          <Show when={banner().busy}>
            <Spinner />
          </Show>
          <p class={styles.text}>
            <strong class={styles.title}>{banner().title}</strong> {banner().hint}
          </p>
          <Show when={banner().command}>{(command) => <CopyCommand command={command()} />}</Show>
          <Show when={banner().action}>
            {(action) => (
              <Button size="small" onClick={() => act(action().does)}>
                {action().title}
              </Button>
            )}
          </Show>
        </section>
      )}
    </Show>
  )
}
