import { assert, nat, property, string } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rankMatches, scoreMatch } from './fuzzy.ts'

describe('scoreMatch', () => {
  it.each([
    ['', 'anything'],
    ['new', 'New session'],
    ['ses new', 'New session'],
    ['ns', 'New session'],
    ['gpt5', 'openai/gpt-5.5'],
    ['  Login ', 'Fix login redirect'],
  ])('%j matches %j', (query, text) => expect(scoreMatch(query, text)).toBeGreaterThan(0))

  it.each([
    ['x', 'New session'],
    ['session z', 'New session'],
    ['nn', 'New'],
    ['abcd', 'a lazy cabin with a scarcely lit bedroom'],
  ])('%j does not match %j', (query, text) => expect(scoreMatch(query, text)).toBe(0))

  it('prefers exact, then start, then word start, then inside, then scattered', () => {
    const scores = ['term', 'terminal', 'new terminal', 'determine', 'the error message'].map((text) =>
      scoreMatch('term', text),
    )
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it('finds every piece of a text in it', () =>
    assert(
      property(string({ minLength: 1 }), nat(), nat(), (text, from, length) => {
        const start = from % text.length
        const piece = text.slice(start, start + 1 + length)
        return scoreMatch(piece, text) > 0
      }),
    ))
})

describe('rankMatches', () => {
  const models = [
    { name: 'Claude Sonnet', provider: 'anthropic' },
    { name: 'GPT 5.5', provider: 'openai' },
    { name: 'Open Sonnet', provider: 'community' },
  ]
  const names = (query: string) =>
    rankMatches(query, models, (m) => [m.name, m.provider]).map((r) => r.item.name)

  it('keeps the order without a query', () => expect(names(' ')).toEqual(models.map((m) => m.name)))
  it('looks into every text, the first counting most', () => {
    expect(names('open')).toEqual(['Open Sonnet', 'GPT 5.5'])
    expect(names('sonnet anthropic')).toEqual(['Claude Sonnet'])
    expect(names('sonnet')).toEqual(['Claude Sonnet', 'Open Sonnet'])
  })
  it('is empty when nothing fits', () => expect(names('zzz')).toEqual([]))
})
