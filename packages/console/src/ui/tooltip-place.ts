export interface Box {
  left: number
  top: number
  width: number
  height: number
}

const EDGE = 8

/**
 * Where a tooltip's left upper corner goes, in pixels of the viewport: below its anchor and centred, above where there is no room below,
 * and never over the edge.
 */
export const placeTooltip = (
  anchor: Box,
  size: { width: number; height: number },
  viewport: { width: number; height: number },
): { left: number; top: number } => {
  const centred = anchor.left + anchor.width / 2 - size.width / 2
  const left = Math.max(EDGE, Math.min(centred, viewport.width - size.width - EDGE))
  const below = anchor.top + anchor.height
  const fitsBelow = below + size.height + EDGE <= viewport.height
  return {
    left: Math.round(left),
    top: Math.round(fitsBelow ? below : Math.max(EDGE, anchor.top - size.height)),
  }
}
