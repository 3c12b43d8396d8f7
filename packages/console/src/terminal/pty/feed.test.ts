import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { Feed } from './feed.ts'

/** A screen that takes its time: text is drawn when `draw` is called. */
function slowScreen() {
  const screen = { drawn: '', torn: 0, waiting: undefined as (() => void) | undefined }
  const feed = new Feed({
    write(text, done) {
      screen.waiting = () => {
        screen.drawn += text
        done()
      }
    },
    torn: () => (screen.torn += 1),
  })
  function draw(): boolean {
    const { waiting } = screen
    screen.waiting = undefined
    waiting?.()
    return waiting !== undefined
  }
  function drawAll(): void {
    while (draw());
  }
  return { screen, feed, draw, drawAll }
}

const MEBI = 1024 * 1024

describe('fault 49: feeding the screen', () => {
  it('draws all of it in order, whenever the screen gets its turn', () => {
    const step = fc.oneof(fc.string({ unit: anyCharacter }), fc.constant(null))
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        const { screen, feed, draw, drawAll } = slowScreen()
        for (const text of steps) {
          if (text === null) draw()
          else feed.push(text)
        }
        drawAll()
        expect(screen.drawn).toBe(steps.filter((text) => text !== null).join(''))
        expect(screen.torn).toBe(0)
      }),
    )
  })

  it('says how much a flood cost, keeps the switches, and ends with the exact tail', () => {
    const { screen, feed, drawAll } = slowScreen()
    feed.push('start')
    feed.push('\u001B[?1049h')
    for (let i = 0; i < 12; i += 1) feed.push(String(i % 10).repeat(MEBI))
    feed.push('the end')
    drawAll()
    expect(screen.drawn.startsWith('start\u0018\u001B[0m\u001B[?1049h')).toBe(true)
    expect(screen.drawn).toMatch(/… [\d,]+ characters of output left out …/)
    expect(screen.drawn.endsWith(`${'1'.repeat(MEBI)}the end`)).toBe(true)
    expect(screen.drawn.length).toBeLessThan(5 * MEBI)
    expect(screen.torn).toBe(1)
  })

  it('knows which text is old: all of the replay, nothing after it', () => {
    const { feed, draw } = slowScreen()
    feed.replay('x'.repeat(100_000))
    feed.push('live')
    expect(feed.replaying).toBe(true)
    draw()
    expect(feed.replaying).toBe(true)
    draw()
    expect(feed.replaying).toBe(false)
    expect(draw()).toBe(true)
    expect(draw()).toBe(false)
  })

  it('knows which text is old while the screen still draws what was before', () => {
    const { screen, feed, draw } = slowScreen()
    feed.push('being drawn')
    feed.push('waits')
    feed.replay('old')
    feed.push('live')
    while (feed.replaying) draw()
    expect(screen.drawn).toBe('being drawnwaitsold')
  })

  it('knows that what follows a flood is live', () => {
    const { screen, feed, draw } = slowScreen()
    feed.replay('x'.repeat(MEBI))
    for (let i = 0; i < 12; i += 1) feed.push('y'.repeat(MEBI))
    expect(feed.replaying).toBe(true)
    draw()
    expect(feed.replaying).toBe(false)
    expect(screen.drawn).toBe('x'.repeat(64 * 1024))
  })

  it('gives the screen so much at a time as it takes in at once', () => {
    const { screen, feed, draw } = slowScreen()
    feed.push('x'.repeat(100_000))
    draw()
    expect(screen.drawn).toHaveLength(64 * 1024)
    draw()
    expect(screen.drawn).toHaveLength(100_000)
  })

  it('tells of a gap when it is drawn, and not before', () => {
    const { screen, feed, draw } = slowScreen()
    feed.push('start')
    for (let i = 0; i < 5; i += 1) feed.push('y'.repeat(MEBI))
    draw()
    expect(screen.torn).toBe(0)
    draw()
    expect(screen.torn).toBe(1)
    feed.skip(1)
    expect(screen.torn).toBe(2)
  })

  it('says what the engine no longer had', () => {
    const { screen, feed, drawAll } = slowScreen()
    feed.skip(1234)
    feed.replay('rest')
    drawAll()
    expect(screen.drawn).toContain('1,234 characters')
    expect(screen.drawn.endsWith('rest')).toBe(true)
    expect(feed.replaying).toBe(false)
  })
})
