import { onCleanup, onMount } from 'solid-js'

/**
 * A file that is dropped beside what takes it would be opened by the browser in place of the page, and what is attached to prompts is in the page alone. Who
 * takes files listens below the window, and says so before.
 */
export function createDropGuard(): void {
  const refuse = (event: DragEvent) => {
    if (event.defaultPrevented || !event.dataTransfer?.types.includes('Files')) return
    if (event.target instanceof HTMLInputElement && event.target.type === 'file') return
    event.preventDefault()
    event.dataTransfer.dropEffect = 'none'
  }
  onMount(() => {
    addEventListener('dragover', refuse)
    onCleanup(() => removeEventListener('dragover', refuse))
  })
}
