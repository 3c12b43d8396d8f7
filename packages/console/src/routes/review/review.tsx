import { useLocation, useNavigate } from '@solidjs/router'
import { createMemo, type JSX } from 'solid-js'
import { createExpansion, ExpansionProvider } from '../../code/expansion.ts'
import { createPage } from '../../frame/shell-context.ts'
import { readChosen, writeChosen } from '../../session/review/several/chosen-sessions.ts'
import { Several } from '../../session/review/several/several.tsx'
import { links } from '../../store/links.ts'

/** `/review?session=…&session=…`: the changes of several sessions as one. */
export default function Review(): JSX.Element {
  createPage({ title: () => 'Review' })
  const location = useLocation()
  const navigate = useNavigate()
  const refs = createMemo(() => readChosen(location.search))
  return (
    <ExpansionProvider value={createExpansion()}>
      <Several
        refs={refs()}
        onChoose={(next) => navigate(links.review + writeChosen(next), { replace: true })}
      />
    </ExpansionProvider>
  )
}
