import { createRoot, createSignal } from 'solid-js'
import type { Layout } from '../../code/diff/blocks.ts'
import { createMedia } from '../../ui/media.ts'
import { createKept } from '../../ui/kept.ts'
import type { Source } from './source.ts'

/** Beside roster (280), conversation and review a line of prose needs this many pixels (look.md). */
export const hasRoomForReview = createRoot(() => createMedia('(min-width: 1200px)'))

/** One choice for all sessions: who closes it wants the room, wherever. The sheet is closed at first, the column is open. */
const [columnIsOpen, setColumnIsOpen] = createSignal(true)
const [sheetIsOpen, setSheetIsOpen] = createSignal(false)
const [isFull, setIsFull] = createSignal(false)

export const reviewIsShown = (): boolean => (hasRoomForReview() ? columnIsOpen() : sheetIsOpen())
/** It takes the place of the conversation too. */
export const reviewIsFull = (): boolean => hasRoomForReview() && columnIsOpen() && isFull()

export function toggleReview(): void {
  if (hasRoomForReview()) setColumnIsOpen((open) => !open)
  else setSheetIsOpen((open) => !open)
}

function openReview(): void {
  if (hasRoomForReview()) setColumnIsOpen(true)
  else setSheetIsOpen(true)
}

export function closeReview(): void {
  setIsFull(false)
  if (hasRoomForReview()) setColumnIsOpen(false)
  else setSheetIsOpen(false)
}

export function toggleFull(): void {
  const full = !reviewIsFull()
  openReview()
  setIsFull(full)
}

const asNumber = (text: string) => (/^\d{1,5}$/.test(text) ? Number(text) : undefined)
const asFlag = (text: string) => (text === 'true' ? true : text === 'false' ? false : undefined)

/** CSS pixels of the column; 0: half of the place. */
export const [reviewWidth, setReviewWidth] = createKept('review.width', 0, asNumber)
export const [diffLayout, setDiffLayout] = createKept<Layout>('review.layout', 'unified', (text) =>
  text === 'split' || text === 'unified' ? text : undefined,
)
export const [wrapsLines, setWrapsLines] = createKept('review.wrap', false, asFlag)
export const [treeIsShown, setTreeIsShown] = createKept('review.tree', true, asFlag)

/** What is reviewed of a session, until another is looked at. */
const [chosen, setChosen] = createSignal<{ sessionId: string; source: Source }>()

export function sourceOf(sessionId: string): Source {
  const choice = chosen()
  return choice?.sessionId === sessionId ? choice.source : { kind: 'session' }
}

export function chooseSource(sessionId: string, source: Source): void {
  setChosen({ sessionId, source })
}

/** Opens the changes of one turn, by its prompt. */
export function reviewTurn(sessionId: string, messageID: string): void {
  chooseSource(sessionId, { kind: 'turn', messageID })
  openReview()
}
