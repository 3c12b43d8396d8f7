import ArrowUp from 'lucide-solid/icons/arrow-up'
import Square from 'lucide-solid/icons/square'
import { Show, type JSX } from 'solid-js'
import { Button } from '../../../ui/button.tsx'
import { useSession } from '../../session-view.ts'
import styles from '../composer.module.css'
import type { Stop } from '../create-stop.ts'

export const SendButtons = (props: { stop: Stop; canSend: boolean; busy: boolean }): JSX.Element => {
  const view = useSession()
  return (
    <>
      <Show when={view.busy()}>
        <Button
          size="small"
          icon={<Square />}
          busy={props.stop.busy()}
          disabled={!view.reachable()}
          onClick={props.stop.run}
        >
          <span class={styles.word}>Stop</span>
        </Button>
      </Show>
      <Button
        size="small"
        variant="primary"
        type="submit"
        icon={<ArrowUp />}
        busy={props.busy}
        disabled={!props.canSend}
      >
        <span class={styles.word}>Send</span>
      </Button>
    </>
  )
}
