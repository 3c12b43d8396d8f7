import type { JSX } from 'solid-js'
import type { LayerProps } from '../../ui/create-layer.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { KeyTable } from './key-table.tsx'
import { useShell } from '../../frame/shell-context.ts'

export function KeysDialog(props: LayerProps): JSX.Element {
  const { close } = useShell()
  return (
    <Dialog open={props.open} onClose={() => close('keys')} title="Keys">
      <KeyTable />
    </Dialog>
  )
}
