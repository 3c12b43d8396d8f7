import { createSignal, onMount, type JSX } from 'solid-js'
import type { FloodAction, TerminalFlood } from '../../shared/api.ts'
import { host } from '../sdk/host.ts'
import { announce } from '../ui/announce.tsx'
import { Button } from '../ui/button.tsx'
import { Notice } from '../ui/notice.tsx'
import { reportFailure } from '../frame/report-failure.ts'
import styles from './flood-bar.module.css'

export interface FloodBarProps {
  flood: TerminalFlood
  onClose: () => void
}

const WHAT = 'This terminal prints too fast'

/** What floods is halted, and waits for a decision. Ctrl-C in the terminal works, too. */
export function FloodBar(props: FloodBarProps): JSX.Element {
  const [acting, setActing] = createSignal<FloodAction>()
  onMount(() => announce(`${WHAT}. ${props.flood.program} is paused.`, 'urgent'))

  async function act(action: FloodAction): Promise<void> {
    setActing(action)
    try {
      await host.endFlood(props.flood.ptyID, action)
    } catch (error) {
      reportFailure('The terminal is still paused', error)
    } finally {
      setActing(undefined)
    }
  }

  return (
    <section class={styles.bar} aria-label="Flooding">
      <Notice
        tone="warning"
        title={WHAT}
        hint={
          <>
            <code>{props.flood.program}</code> is paused, so that everything else keeps answering.
          </>
        }
        actions={
          <div class={styles.actions}>
            <Button size="small" busy={acting() === 'continue'} onClick={() => void act('continue')}>
              Continue
            </Button>
            <Button size="small" busy={acting() === 'interrupt'} onClick={() => void act('interrupt')}>
              Interrupt
            </Button>
            <Button size="small" variant="danger" onClick={() => props.onClose()}>
              Close
            </Button>
          </div>
        }
      />
    </section>
  )
}
