import { ms, table } from '../table.ts'
import type { HeapFigures } from './heap.ts'
import type { MassFigures, ScaleFigures } from './measure.ts'
import type { ScrollFigures } from './scroll.ts'
import type { StreamFigures } from './streams.ts'

export const renderScale = ({ scrolling, heap, mass, streams }: ScaleFigures): string =>
  [renderScrolling(scrolling), renderMass(mass), renderHeap(heap), renderStreams(streams)].join('\n\n')

function renderScrolling(figures: ScrollFigures[]): string {
  const rows = figures.map((of) => [
    of.page,
    of.whole ? `${of.seconds.toFixed(0)} s` : 'not reached',
    String(of.longTasks),
    ms(of.longestTaskMs),
    String(of.elements),
  ])
  return table(['scrolling to the first message', 'takes', 'tasks above 50 ms', 'longest', 'elements'], rows)
}

function renderMass(figures: MassFigures[]): string {
  const rows = figures.map(({ page, opening, messageBytes }) => [
    page,
    ms(opening.newestMs),
    ms(opening.longestTaskMs),
    `${(messageBytes / 1000).toFixed(0)} KB`,
  ])
  return table(
    ['a text of 1.6 MB, an output of 200,000 lines', 'newest message', 'longest task', 'messages'],
    rows,
  )
}

function renderHeap({ sessions, heap }: HeapFigures): string {
  const sizes = heap.map((bytes) => `${(bytes / 2 ** 20).toFixed(1)} MiB`)
  return `${sessions} long sessions in turn: heap after a collection ${sizes.join(', ')} (first, middle, last; those closed within a minute are kept).`
}

function renderStreams(of: StreamFigures): string {
  const cells = [
    String(of.streams),
    of.deltasPerSecond.toFixed(0),
    `${(of.idle * 100).toFixed(0)} %`,
    of.framesPerSecond.toFixed(0),
    ms(of.longestTaskMs),
    `${of.firstKeyMs.toFixed(1)} ms`,
    `${of.keyMs.toFixed(1)} ms`,
  ]
  const head = [
    'answers',
    'pieces a second',
    'idle',
    'frames a second',
    'longest task',
    'first key',
    'keys, median',
  ]
  return table(head, [cells])
}
