import { isComposing } from '../../ui/keystroke.ts'

type Press = Pick<
  KeyboardEvent,
  'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing' | 'keyCode' | 'target' | 'repeat'
>

/** The digit that was pressed to choose an option, 1 to 9; 0 where it means something else: a letter of an own answer, a browser's tab. */
export function digitOf(event: Press): number {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return 0
  if (isComposing(event)) return 0
  const isWritten = event.target instanceof HTMLInputElement && event.target.type === 'text'
  return isWritten || !/^[1-9]$/.test(event.key) ? 0 : Number(event.key)
}
