import type { Part } from '@kilocode/sdk/v2/client'
import { createSignal, Show, type JSX } from 'solid-js'
import { reportFailure } from '../frame/report-failure.ts'
import { useConsole } from '../store/context.ts'
import { Button } from '../ui/button.tsx'
import { formatBytes } from '../ui/format.ts'
import { useSession } from './session-view.ts'

/** Reads all of a message, or of one part of it, of which the host sent the beginning alone. False: it could not be read, and the reader has been told. */
export function createWhole(): (messageId: string, partId?: string) => Promise<boolean> {
  const { showWhole } = useConsole()
  const view = useSession()
  return async function show(messageId, partId): Promise<boolean> {
    try {
      await showWhole(view.ref, messageId, partId)
      return true
    } catch (error) {
      reportFailure('Couldn’t read the rest', error, () => void show(messageId, partId))
      return false
    }
  }
}

/** Reads all of one part, out of the store: its row may be scrolled away by then, and would know the beginning alone. */
export function createWholePart(): (part: Pick<Part, 'id' | 'messageID'>) => Promise<Part | undefined> {
  const show = createWhole()
  const view = useSession()
  return async ({ id, messageID }) =>
    (await show(messageID, id))
      ? view.transcript()?.parts[messageID]?.find((part) => part.id === id)
      : undefined
}

/** Under a text of which there is the beginning alone. `units`: of the whole. */
export const WholeText = (props: {
  part: Pick<Part, 'id' | 'messageID'>
  units: number | undefined
}): JSX.Element => {
  const view = useSession()
  const show = createWhole()
  const [busy, setBusy] = createSignal(false)
  const ask = async () => {
    setBusy(true)
    await show(props.part.messageID, props.part.id)
    setBusy(false)
  }
  return (
    <Show when={props.units}>
      {(units) => (
        <Button size="small" busy={busy()} disabled={!view.reachable()} onClick={() => void ask()}>
          Show all of it · {formatBytes(units())}
        </Button>
      )}
    </Show>
  )
}
