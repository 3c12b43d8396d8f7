import type { JSX } from 'solid-js'
import { contributeCommands } from '../../commands/registry.ts'
import { useShell } from '../../frame/shell-context.ts'
import { createLayer } from '../../ui/create-layer.tsx'

const Card = createLayer(async () => (await import('./peek-card.tsx')).PeekCard, { in: 'page' })

/** A look into a session beside its row; what it takes comes with the first. */
export function PeekLayer(): JSX.Element {
  const { peek } = useShell()
  const isOpen = () => peek.at() !== undefined
  contributeCommands(() => [{ id: 'close-peek', when: isOpen, run: peek.close }])
  return <Card open={isOpen()} onClose={peek.close} />
}
