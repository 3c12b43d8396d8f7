import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { anyCharacter } from '@kilo-console/engine/testing/any-character'
import { Backlog } from './backlog.ts'
import { switchesIn } from '../screen/switches.ts'

type Step = { push: string } | { take: number }

const steps = fc.array(
  fc.oneof(
    fc.record({ push: fc.string({ unit: anyCharacter, maxLength: 40 }) }),
    fc.record({ take: fc.integer({ min: 1, max: 30 }) }),
  ),
  { maxLength: 200 },
)

describe('fault 49: output that waits', () => {
  it('gives everything in order, and after a flood the exact tail', () => {
    fc.assert(
      fc.property(steps, fc.integer({ min: 4, max: 100 }), (all: Step[], limit) => {
        const backlog = new Backlog(limit)
        let pushed = ''
        let position = 0
        for (const step of all) {
          if ('push' in step) {
            backlog.push(step.push)
            pushed += step.push
          } else {
            position += backlog.takeSkipped()?.units ?? 0
            const text = backlog.take(step.take)
            expect(pushed.slice(position, position + text.length)).toBe(text)
            position += text.length
          }
          expect(backlog.units).toBeLessThanOrEqual(limit)
        }
        position += backlog.takeSkipped()?.units ?? 0
        const rest = backlog.take(Infinity)
        expect(pushed.slice(position)).toBe(rest)
        expect(backlog.units).toBe(0)
      }),
    )
  })

  it('drops nothing below its limit and half of it above', () => {
    const backlog = new Backlog(10)
    backlog.push('0123456789')
    expect(backlog.takeSkipped()).toBeUndefined()
    backlog.push('a')
    expect(backlog.takeSkipped()).toEqual({ units: 6, switches: '' })
    expect(backlog.take(100)).toBe('6789a')
  })

  it('keeps the last setting of every switch of what it dropped', () => {
    const backlog = new Backlog(60)
    backlog.push('\u001B[?1049h\u001B[?25l\u001B[?2004h')
    backlog.push('x'.repeat(40))
    backlog.push('\u001B[?2004l')
    backlog.push('y'.repeat(100))
    const skipped = backlog.takeSkipped()
    expect(skipped?.switches).toBe('\u001B[?1049h\u001B[?25l\u001B[?2004l')
    expect(backlog.takeSkipped()).toBeUndefined()
  })

  it('keeps switches in the order in which they were set last, over all that it dropped', () => {
    const backlog = new Backlog(20)
    backlog.push('\u001B[?25l\u001B[?1049h')
    backlog.push('x'.repeat(20))
    backlog.push('\u001B[?25h')
    backlog.push('y'.repeat(20))
    expect(backlog.takeSkipped()).toEqual({ units: 50, switches: '\u001B[?1049h\u001B[?25h' })
    expect(backlog.take(100)).toBe('y'.repeat(10))
  })
})

describe('switches', () => {
  it.each([
    ['plain text', []],
    ['\u001B[?25h', ['\u001B[?25h']],
    ['\u001B[?25l… \u001B[?25h', ['\u001B[?25h']],
    ['\u001B[?1000;1006h', ['\u001B[?1000h', '\u001B[?1006h']],
    ['\u001B[?47h\u001B[?1l\u001B[?1049l', ['\u001B[?1l', '\u001B[?1049l']],
    ['\u001B[31m\u001B[2J', []],
    ['\u001B[?h', []],
  ])('%j', (text, sequences) => {
    expect([...switchesIn(text).values()]).toEqual(sequences)
  })
})
