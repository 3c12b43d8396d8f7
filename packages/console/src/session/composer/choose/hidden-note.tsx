import { createSignal, Show, type Accessor, type JSX } from 'solid-js'
import type { HiddenKind } from '../../../../shared/hidden.ts'
import { useConsole } from '../../../store/context.ts'
import { Button } from '../../../ui/button.tsx'
import { formatCount } from '../../../ui/format.ts'
import { withoutHidden } from '../../../store/without-hidden.ts'

export interface Unhidden<Thing> {
  /** Those that one chooses from. */
  list: Accessor<readonly Thing[]>
  /** How many are left out, or would be. */
  hidden: Accessor<number>
  isAll: Accessor<boolean>
  setAll: (all: boolean) => void
}

/** What is hidden by setting is left out until somebody asks for it. What is chosen now is there in any case. */
export function createUnhidden<Thing>(
  kind: HiddenKind,
  all: Accessor<readonly Thing[]>,
  nameOf: (thing: Thing) => string,
  chosen: Accessor<string | undefined>,
): Unhidden<Thing> {
  const { state } = useConsole()
  const [isAll, setAll] = createSignal(false)
  const shown = () => withoutHidden(all(), nameOf, state.info?.hidden?.[kind] ?? [], chosen())
  return {
    list: () => (isAll() ? all() : shown()),
    hidden: () => all().length - shown().length,
    isAll,
    setAll,
  }
}

export const HiddenNote = (props: { unhidden: Unhidden<unknown> }): JSX.Element => (
  <Show when={props.unhidden.hidden() > 0}>
    <Button
      size="small"
      variant="ghost"
      aria-pressed={props.unhidden.isAll()}
      onClick={() => props.unhidden.setAll(!props.unhidden.isAll())}
    >
      Show {formatCount(props.unhidden.hidden())} hidden
    </Button>
  </Show>
)
