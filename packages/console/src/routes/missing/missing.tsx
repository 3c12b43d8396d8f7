import { A } from '@solidjs/router'
import { EmptyState } from '../../ui/empty-state.tsx'
import { links } from '../../store/links.ts'

/** An address that leads nowhere. */
export default function Missing() {
  return (
    <EmptyState title="Page not found" actions={<A href={links.home}>All sessions</A>}>
      The address may be mistyped, or from an older version.
    </EmptyState>
  )
}
