import { expect, test } from 'vitest'
import { DrawingFrame } from './drawing-frame.ts'
import type { DiagramColours, DrawRequest } from './drawing.ts'

const colours: DiagramColours = {
  dark: false,
  surface: 'white',
  raised: 'white',
  line: 'black',
  ink: 'black',
  muted: 'grey',
  accent: 'blue',
  font: 'sans-serif',
  hues: [],
}

/** Frames and a clock that do what the test says. */
function makeStage() {
  const frames: { hear: (data: unknown) => void; sent: DrawRequest[]; ended: boolean }[] = []
  const timers = new Set<{ ms: number; run: () => void }>()
  const frame = new DrawingFrame({
    open(hear) {
      const made = { hear, sent: [] as DrawRequest[], ended: false }
      frames.push(made)
      return { send: (request) => made.sent.push(request), end: () => (made.ended = true) }
    },
    after(ms, run) {
      const timer = { ms, run }
      timers.add(timer)
      return () => timers.delete(timer)
    },
  })
  const newest = () => {
    const found = frames.at(-1)
    if (!found) throw new Error('no frame was made')
    return found
  }
  return {
    frames,
    newest,
    draw: (source: string) => frame.draw(source, colours),
    ready: () => newest().hear({ type: 'ready' }),
    drawn: (id = newest().sent.at(-1)?.id) =>
      newest().hear({ type: 'drawn', id, svg: `<svg>${id}</svg>`, width: 1, height: 1 }),
    timers: () => [...timers].map(({ ms }) => ms),
    pass: () => {
      const [timer] = timers
      timers.clear()
      timer?.run()
    },
  }
}

test('one frame draws all, one after the other, and no request is sent before it is there', async () => {
  const stage = makeStage()
  const drawings = [stage.draw('a'), stage.draw('b')]
  expect(stage.newest().sent).toEqual([])
  stage.ready()
  expect(stage.newest().sent.map(({ source }) => source)).toEqual(['a'])
  stage.drawn()
  expect(stage.newest().sent.map(({ source }) => source)).toEqual(['a', 'b'])
  stage.drawn()
  expect((await Promise.all(drawings)).map(({ svg }) => svg)).toEqual(['<svg>1</svg>', '<svg>2</svg>'])
  expect(stage.frames).toHaveLength(1)
})

test('why one cannot be drawn is told, and the next one is drawn', async () => {
  const stage = makeStage()
  const [bad, good] = [stage.draw('a'), stage.draw('b')]
  stage.ready()
  stage.newest().hear({ type: 'failed', id: 1, reason: 'Parse error on line 3' })
  await expect(bad).rejects.toMatchObject({ message: 'Parse error on line 3', final: true })
  stage.drawn()
  expect((await good).width).toBe(1)
})

test('one that takes too long ends with its frame, and another frame draws the next', async () => {
  const stage = makeStage()
  const [slow, next] = [stage.draw('a'), stage.draw('b')]
  stage.ready()
  expect(stage.timers()).toEqual([10_000])
  stage.pass()
  await expect(slow).rejects.toMatchObject({ message: 'It took longer than ten seconds.', final: true })
  expect(stage.frames.map(({ ended }) => ended)).toEqual([true, false])
  stage.ready()
  stage.drawn()
  expect((await next).svg).toBe('<svg>2</svg>')
})

test('a frame that never comes fails all that wait for it, and the next try makes another', async () => {
  const stage = makeStage()
  const waiting = [stage.draw('a'), stage.draw('b')]
  stage.pass()
  for (const each of waiting)
    await expect(each).rejects.toMatchObject({
      message: 'What draws diagrams could not be loaded.',
      final: false,
    })
  void stage.draw('c')
  expect(stage.frames).toHaveLength(2)
})

test('what nobody asked for is not heard', async () => {
  const stage = makeStage()
  const drawing = stage.draw('a')
  stage.ready()
  stage.drawn(7)
  stage.newest().hear({ type: 'drawn', id: 1, svg: 5 })
  stage.newest().hear('drawn')
  stage.ready()
  expect(stage.newest().sent).toHaveLength(1)
  stage.drawn(1)
  expect((await drawing).svg).toBe('<svg>1</svg>')
  stage.drawn(1)
})

test('a frame that nobody needs for a minute goes, and comes again', async () => {
  const stage = makeStage()
  const drawing = stage.draw('a')
  stage.ready()
  stage.drawn()
  await drawing
  expect(stage.timers()).toEqual([60_000])
  stage.pass()
  expect(stage.newest().ended).toBe(true)
  void stage.draw('b')
  expect(stage.frames).toHaveLength(2)
})

test('a source that is too long is not sent', async () => {
  const stage = makeStage()
  await expect(stage.draw('x'.repeat(50_001))).rejects.toMatchObject({ final: true })
  expect(stage.frames).toHaveLength(0)
})
