/** What page and frame say to each other about a diagram. The frame reads what a model wrote, so nothing that it says is taken on trust. Pure. */

export interface DrawRequest {
  id: number
  source: string
  colours: DiagramColours
}

/** As `rgb(…)`, from the page's tokens. */
export interface DiagramColours {
  dark: boolean
  surface: string
  raised: string
  line: string
  ink: string
  muted: string
  accent: string
  font: string
  /** What parts are told apart by. */
  hues: string[]
}

export interface Drawing {
  /** An SVG document. */
  svg: string
  /** CSS pixels. */
  width: number
  height: number
}

export type FrameNews =
  | { type: 'ready' }
  | ({ type: 'drawn'; id: number } & Drawing)
  | { type: 'failed'; id: number; reason: string }

/** UTF-16 units of a source, of a drawing, of what is said about a failure. */
export const MOST_OF_SOURCE = 50_000
const MOST_OF_DRAWING = 4_000_000
const MOST_OF_REASON = 400
/** CSS pixels: a browser draws no larger picture. */
const MOST_PIXELS = 16_000

const isSize = (value: unknown): value is number =>
  typeof value === 'number' && value > 0 && value <= MOST_PIXELS

/** What the frame told, undefined where it is none of what it has to tell. */
export function readNews(data: unknown): FrameNews | undefined {
  if (typeof data !== 'object' || data === null) return undefined
  const { type, id, svg, width, height, reason } = data as Record<string, unknown>
  if (type === 'ready') return { type }
  if (typeof id !== 'number') return undefined
  if (type === 'failed' && typeof reason === 'string')
    return { type, id, reason: reason.slice(0, MOST_OF_REASON) }
  const isDrawing = typeof svg === 'string' && svg.startsWith('<svg') && svg.length <= MOST_OF_DRAWING
  if (type !== 'drawn' || !isDrawing) return undefined
  if (!isSize(width) || !isSize(height))
    return { type: 'failed', id, reason: 'The diagram is too large to be shown.' }
  return { type, id, svg, width, height }
}

/** The address of a picture: as such an SVG runs nothing and loads nothing. */
export const addressOf = ({ svg }: Drawing): string =>
  `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`
