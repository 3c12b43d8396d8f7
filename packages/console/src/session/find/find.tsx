import { createSignal, onMount, type JSX } from 'solid-js'
import { contributeCommands } from '../../commands/registry.ts'
import { createLayer } from '../../ui/create-layer.tsx'
import type { Jump, JumpPlace } from '../jump/create-jump.ts'
import { reviewIsFull } from '../review/review-state.ts'

export interface FindProps {
  place: JumpPlace
  jump: Jump
  onClose: () => void
  /** Counts the times that somebody asked for it: the field takes the focus again. */
  asked: number
}

const Layer = createLayer<FindProps & { open: boolean }>(
  async () => (await import('./find-layer.tsx')).FindLayer,
)

/** The search over the whole session, rendered or not. */
export const Find = (props: Omit<FindProps, 'onClose' | 'asked'>): JSX.Element => {
  const [open, setOpen] = createSignal(false)
  const [asked, setAsked] = createSignal(0)
  const ask = () => {
    setOpen(true)
    setAsked((times) => times + 1)
  }
  onMount(() => contributeCommands(() => [{ id: 'session.find', when: () => !reviewIsFull(), run: ask }]))
  return <Layer {...props} open={open()} asked={asked()} onClose={() => setOpen(false)} />
}
