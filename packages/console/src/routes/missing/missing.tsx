import { A } from '@solidjs/router'
import { EmptyState } from '../../ui/empty-state.tsx'
import { links } from '../../store/links.ts'

/** An address that leads nowhere. */
export default function Missing() {
  return (
    <EmptyState title="There is no such page" actions={<A href={links.home}>All sessions</A>}>
      The address may be mistyped, or of an older version.
    </EmptyState>
  )
}
