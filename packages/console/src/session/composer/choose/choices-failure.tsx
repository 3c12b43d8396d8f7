import type { JSX } from 'solid-js'
import { Notice } from '../../../ui/notice.tsx'
import type { ChoicesView } from '../available-choices.ts'

export const ChoicesFailure = (props: { choices: ChoicesView }): JSX.Element => (
  <Notice
    tone="error"
    title={`Couldn’t load the choices: ${props.choices.problem()?.message ?? ''}`}
    hint={props.choices.problem()?.hint}
    onRetry={props.choices.refresh}
    retrying={props.choices.loading()}
  />
)
