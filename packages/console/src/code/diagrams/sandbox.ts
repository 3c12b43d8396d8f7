import script from 'virtual:diagram-frame'
import type { Place, Surroundings } from './drawing-frame.ts'

/**
 * A frame without an origin: it has no cookie, no storage, nothing of the page, and our policy lets it load its one script and nothing else. It is
 * laid out, for texts are measured in it.
 */
function openSandbox(hear: (data: unknown) => void): Place {
  const frame = document.createElement('iframe')
  frame.setAttribute('sandbox', 'allow-scripts')
  frame.setAttribute('aria-hidden', 'true')
  frame.title = 'Draws diagrams'
  frame.tabIndex = -1
  frame.inert = true
  Object.assign(frame.style, {
    position: 'fixed',
    top: '0',
    left: '-3000px',
    width: '1200px',
    height: '800px',
    border: '0',
    visibility: 'hidden',
    pointerEvents: 'none',
  })
  frame.srcdoc = `<!doctype html><meta charset="utf-8"><script src="${script}"></script>`
  const listen = ({ source, data }: MessageEvent<unknown>) => {
    if (source !== null && source === frame.contentWindow) hear(data)
  }
  addEventListener('message', listen)
  document.body.append(frame)
  return {
    // It has no origin that could be named.
    send: (request) => frame.contentWindow?.postMessage(request, '*'),
    end() {
      removeEventListener('message', listen)
      frame.remove()
    },
  }
}

export const surroundings: Surroundings = {
  open: openSandbox,
  after(ms, run) {
    const timer = setTimeout(run, ms)
    return () => clearTimeout(timer)
  },
}
