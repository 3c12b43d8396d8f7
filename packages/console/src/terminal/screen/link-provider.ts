import { WebLinksAddon } from '@xterm/addon-web-links'
import type { ITerminalOptions } from '@xterm/xterm'
import { webLink } from './web-link.ts'

/** Where a link under the pointer goes. `chosen`: it was pressed without Ctrl or Cmd, so the page should offer to open it. */
export interface LinkTarget {
  href: string
  chosen: boolean
}

/** Opens in a new tab that can't reach this page. */
function openLink(href: string): void {
  open(href, '_blank', 'noopener,noreferrer')
}

export interface Links {
  /** Links that a program made (OSC 8): their text says nothing about where they go. */
  made: NonNullable<ITerminalOptions['linkHandler']>
  /** Addresses found in the text. */
  found: WebLinksAddon
}

/** Links open with Ctrl or Cmd; else `show` is told where they go. */
export function makeLinks(show: (target: LinkTarget | undefined) => void): Links {
  const activate = (event: MouseEvent, target: string) => {
    const href = webLink(target)
    if (href === undefined) return
    if (event.ctrlKey || event.metaKey) openLink(href)
    else show({ href, chosen: true })
  }
  const hover = (_event: MouseEvent, target: string) => {
    const href = webLink(target)
    if (href !== undefined) show({ href, chosen: false })
  }
  const leave = () => show(undefined)
  return {
    made: { activate, hover, leave, allowNonHttpProtocols: false },
    found: new WebLinksAddon(activate, { hover, leave }),
  }
}
