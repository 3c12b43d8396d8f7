/** The page's icon, with how many wait for somebody. */

/** Above nine a number would be too small to be read. Pure. */
export function badgeIcon(icon: string, count: number): string {
  if (count === 0) return icon
  const text = count > 9 ? '9+' : String(count)
  const size = text.length > 1 ? 11 : 14
  const badge =
    '<circle cx="21" cy="21" r="11" fill="#f2b450"/>' +
    `<text x="21" y="26" text-anchor="middle" font-family="system-ui,sans-serif" font-weight="700" font-size="${size}" fill="#17181a">${text}</text>`
  return icon.replace(encodeURIComponent('</svg>'), encodeURIComponent(`${badge}</svg>`))
}

let plain: string | undefined

/** It is in the page as a data URL, so that it costs no request; with a number it is another one. */
export function showCount(count: number): void {
  const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]')
  if (!link) return
  // As the address of the link spells it: the browser leaves some characters as they are.
  plain ??= `data:image/svg+xml,${encodeURIComponent(decodeURIComponent(link.href.slice('data:image/svg+xml,'.length)))}`
  link.href = badgeIcon(plain, count)
}
