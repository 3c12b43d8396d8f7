import type { JSX } from 'solid-js'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyTable } from './key-table.tsx'
import { useShell } from '../../frame/shell-context.ts'

export function KeysDialog(): JSX.Element {
  const { overlay, close } = useShell()
  return (
    <Dialog open={overlay() === 'keys'} onClose={() => close('keys')} title="Keys">
      <KeyTable />
    </Dialog>
  )
}
