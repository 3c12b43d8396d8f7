import ZoomIn from 'lucide-solid/icons/zoom-in'
import ZoomOut from 'lucide-solid/icons/zoom-out'
import { createSignal, type JSX } from 'solid-js'
import { Dialog } from '../../ui/dialog.tsx'
import { formatPercent } from '../../ui/format.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { addressOf, type Drawing } from './drawing.ts'
import styles from './diagram.module.css'

const STEP = 1.25
const [LEAST, MOST] = [0.25, 4]

/** A drawing within its column, and as large as wanted over the page. */
export const DiagramPicture = (props: { drawing: Drawing }): JSX.Element => {
  const [open, setOpen] = createSignal(false)
  const [zoom, setZoom] = createSignal(1)
  const by = (factor: number) => setZoom((now) => Math.min(MOST, Math.max(LEAST, now * factor)))
  const size = (scale: number) => ({
    width: Math.round(props.drawing.width * scale),
    height: Math.round(props.drawing.height * scale),
  })
  return (
    <>
      <button
        type="button"
        class={styles.picture}
        aria-label="Enlarge diagram"
        onClick={() => {
          setZoom(1)
          setOpen(true)
        }}
      >
        <img src={addressOf(props.drawing)} alt="Diagram" {...size(1)} />
      </button>
      <Dialog open={open()} onClose={() => setOpen(false)} title="Diagram" width="wide">
        <div class={styles.zoom}>
          <IconButton name="Zoom out" disabled={zoom() <= LEAST} onClick={() => by(1 / STEP)}>
            <ZoomOut />
          </IconButton>
          <output class={styles.percent}>{formatPercent(zoom(), 1)}</output>
          <IconButton name="Zoom in" disabled={zoom() >= MOST} onClick={() => by(STEP)}>
            <ZoomIn />
          </IconButton>
        </div>
        <div class={styles.large} tabIndex={0} role="group" aria-label="Diagram, enlarged">
          <img src={addressOf(props.drawing)} alt="Diagram" {...size(zoom())} />
        </div>
      </Dialog>
    </>
  )
}
