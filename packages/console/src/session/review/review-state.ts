import { createRoot, createSignal } from 'solid-js'
import { createMedia } from '../../ui/media.ts'

/** Beside roster (280), conversation and review (380) a line of prose needs this many pixels (look.md). */
export const hasRoomForReview = createRoot(() => createMedia('(min-width: 1200px)'))

/** One choice for all sessions: who closes it wants the room, wherever. The sheet is closed at first, the column is open. */
const [columnIsOpen, setColumnIsOpen] = createSignal(true)
const [sheetIsOpen, setSheetIsOpen] = createSignal(false)

export const reviewIsShown = (): boolean => (hasRoomForReview() ? columnIsOpen() : sheetIsOpen())

export function toggleReview(): void {
  if (hasRoomForReview()) setColumnIsOpen((open) => !open)
  else setSheetIsOpen((open) => !open)
}

export function closeReview(): void {
  if (hasRoomForReview()) setColumnIsOpen(false)
  else setSheetIsOpen(false)
}
