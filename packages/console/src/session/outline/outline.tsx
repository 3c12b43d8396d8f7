import { createSignal, onMount, type JSX } from 'solid-js'
import { contributeCommands } from '../../commands/registry.ts'
import { createLayer } from '../../ui/create-layer.tsx'
import type { Jump, JumpPlace } from '../jump/create-jump.ts'

export interface OutlineProps {
  place: JumpPlace
  jump: Jump
  onClose: () => void
}

const Layer = createLayer<OutlineProps & { open: boolean }>(
  async () => (await import('./outline-layer.tsx')).OutlineLayer,
)

/** The session's prompts as a list, to jump to one. */
export const Outline = (props: Omit<OutlineProps, 'onClose'>): JSX.Element => {
  const [open, setOpen] = createSignal(false)
  onMount(() => contributeCommands(() => [{ id: 'session.outline', run: () => setOpen(true) }]))
  return <Layer {...props} open={open()} onClose={() => setOpen(false)} />
}
