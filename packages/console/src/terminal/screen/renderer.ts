import { WebglAddon } from '@xterm/addon-webgl'
import type { Terminal } from '@xterm/xterm'

/** Whether WebGL is done by a graphics card; in software the DOM renderer is the faster one. */
function hasFastWebgl(): boolean {
  const context = document
    .createElement('canvas')
    .getContext('webgl2', { failIfMajorPerformanceCaveat: true })
  context?.getExtension('WEBGL_lose_context')?.loseContext()
  return context !== null
}

/** Draws with WebGL where that is fast, and goes back to the DOM when the browser takes the context away. */
export function chooseRenderer(terminal: Terminal): void {
  if (!hasFastWebgl()) return
  try {
    const addon = new WebglAddon()
    addon.onContextLoss(() => addon.dispose())
    terminal.loadAddon(addon)
  } catch {
    // The DOM renderer is in place already.
  }
}
