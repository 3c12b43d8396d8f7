import { escapeInvisible } from '../../../ui/escape-invisible.ts'
import type { WantedChange } from '../change/change-dialog.tsx'

export const setDefaultAgent = (name: string): WantedChange => ({
  title: 'Default agent',
  said: 'the default agent',
  label: 'Save',
  changes: () => [{ path: ['default_agent'], value: name }],
  content: (
    <p>
      New sessions begin with <code>{escapeInvisible(name)}</code>.
    </p>
  ),
})

export const resetDefaultAgent = (): WantedChange => ({
  title: 'Reset default agent',
  said: 'the default agent reset',
  label: 'Reset',
  changes: () => [{ path: ['default_agent'] }],
  content: <p>It is taken out of the file: what stands below it, or Kilo’s own choice, is in force again.</p>,
})

/** One that stands in the settings file of this place. */
export const removeSetAgent = (name: string): WantedChange => ({
  title: `Remove ${escapeInvisible(name)}`,
  said: `${name} removed`,
  label: 'Remove agent',
  changes: () => [{ path: ['agent', name] }],
  content: (
    <p>
      All that the file says of it goes: its prompt, model and rules. Sessions that were held with it stay,
      and go on with another.
    </p>
  ),
})
