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
    ['trmnl', 'New terminal'],
    ['csm', 'Copy session as Markdown'],
    ['sauth', 'src/auth.ts'],
  ])('%j matches %j', (query, text) => expect(scoreMatch(query, text)).toBeGreaterThan(0))

  it.each([
    ['x', 'New session'],
    ['session z', 'New session'],
    ['nn', 'New'],
    ['abcd', 'a lazy cabin with a scarcely lit bedroom'],
    ['xyz', 'Next: why does the proxy’s cache grow in size'],
    ['xyz', 'Explain the library and why it is so lazy'],
    ['sat', 'Restart the daemon that hangs'],
    ['gpu', 'Group by project, then by day'],
    ['nsw', 'New session in a branch, and then a worktree'],
    ['ab', `a${'-x'.repeat(200)}-b`],
  ])('%j does not match %j', (query, text) => expect(scoreMatch(query, text)).toBe(0))

  it('prefers exact, then start, then word start, then inside, then scattered', () => {
    const scores = ['term', 'terminal', 'new terminal', 'determine', 'the error message'].map((text) =>
      scoreMatch('term', text),
    )
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(new Set(scores).size).toBe(scores.length)
  })

  it.each([
    ['all of it', 'term', 'Term', 120],
    ['its beginning', 'term', 'terminal', 100],
    ['the beginning of a word', 'term', 'new terminal', 80],
    ['the beginning of a later word', 'term', 'determine a term', 80],
    ['the inside of a word', 'term', 'determine', 50],
    ['letters one of which is left out', 'ab', 'axb', 29],
    ['as many left out as typed', 'ab', 'axxb', 28],
    ['more than that', 'ab', 'axxxb', 0],
    ['the same, further on', 'ab', 'xx axxb', 28],
    ['letters inside of a word alone', 'ab', 'xaxb', 0],
    ['letters of two words, the second inside of it', 'ab', 'axx xb', 0],
    ['letters at the beginnings of words', 'ab', 'axxx-b', 29],
    ['the same with a word between them', 'ab', 'axxx-x-b', 28],
    ['the same with more words than letters', 'ab', 'axxx-x-x-b', 0],
    ['letters beside each other, which are no gap', 'a-bc', 'a-bxc', 29],
    ['the best of several ways', 'abc', 'a-axxbxc-abxc', 29],
    ['two words, one at the beginning, one later', 'ses  new', 'New session', 90],
    ['two words, one of which is nowhere', 'new x', 'New session', 0],
    ['nothing', ' ', 'New session', 1],
  ])('what %s is worth', (_, query, text, score) => expect(scoreMatch(query, text)).toBe(score))

  it.each([' ', '\t', '/', '.', '_', ':', '@', '(', ')', '-'])('a word begins after %j', (mark) =>
    expect(scoreMatch('b', `a${mark}b`)).toBe(80),
  )
  it.each(['x', '1', '+', '~'])('no word begins after %j', (mark) =>
    expect(scoreMatch('b', `a${mark}b`)).toBe(50),
  )

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
  it.each([
    ['what is found in the first text counts whole', 'claude', [['Claude Sonnet', 100]]],
    ['what is found in another counts less', 'openai', [['GPT 5.5', 80]]],
    ['what is found in all together counts half', 'sonnet anthropic', [['Claude Sonnet', 40]]],
  ])('%s', (_, query, found) =>
    expect(
      rankMatches(query, models, (m) => [m.name, m.provider]).map(({ item, score }) => [item.name, score]),
    ).toEqual(found),
  )
  it('takes abbreviations of the first texts alone, and of no two together', () => {
    const found = (query: string, abbreviated?: number) =>
      rankMatches(query, models, (m) => [m.name, m.provider], abbreviated).map(({ item }) => item.name)
    expect(found('oai')).toEqual(['GPT 5.5'])
    expect(found('oai', 1)).toEqual([])
    expect(found('cs', 1)).toEqual(['Claude Sonnet'])
    expect(found('csa')).toEqual([])
  })
  it('looks at no text without a query', () => {
    const textsOf = () => expect.fail('looked')
    expect(rankMatches(' ', models, textsOf)).toEqual(models.map((item) => ({ item, score: 1 })))
  })
})
