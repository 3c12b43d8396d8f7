import { expect, test } from 'vitest'
import { CATALOGUE } from '../catalogue.ts'
import { isValues, schemaAt } from './schema.ts'
import { suggest } from './suggest.ts'

/** `|` is the caret. */
function at(marked: string) {
  const caret = marked.indexOf('|')
  const text = marked.replace('|', '')
  const suggestions = suggest(text, caret)
  const put = (index: number) => {
    const one = suggestions[index]
    return one && text.slice(0, one.from) + one.text + text.slice(one.to)
  }
  return { labels: suggestions.map(({ label }) => label), put }
}

test.each([
  ['{ "sna|" }', ['snapshot']],
  ['{ sna| }', ['snapshot']],
  ['{ "compaction": { "thr|" } }', ['threshold_percent']],
  ['{ "share": "|" }', ['manual', 'auto', 'disabled']],
  ['{ "share": | }', ['manual', 'auto', 'disabled']],
  ['{ "share": "auto|" }', ['manual', 'auto', 'disabled']],
  ['{ "share": di| }', ['disabled']],
  ['{ "snapshot": | }', ['true', 'false']],
  ['{ "provider": { "mine": { "models": { "m": { "limit": { "con|" } } } } } }', ['context']],
  ['{ "mcp": { "files": { "type": "lo|" } } }', ['local']],
  ['{ "permission": { "bash": { "git push": "d|" } } }', ['deny']],
  ['{ "username": "|" }', []],
  ['{ "nothing": { "|" } }', []],
  ['// |', []],
])('%s', (text, labels) => expect(at(text).labels).toEqual(labels))

test.each([
  ['{ "sna|" }', '{ "snapshot":  }'],
  ['{ "sna|": true }', '{ "snapshot": true }'],
  ['{ sna| }', '{ "snapshot":  }'],
  ['{ "share": "au|" }', '{ "share": "auto" }'],
  ['{ "share": | }', '{ "share": "manual" }'],
  ['{ "snapshot": tr| }', '{ "snapshot": true }'],
])('%s becomes %s', (text, after) => expect(at(text).put(0)).toBe(after))

test('at an empty place of a file many names fit, and some are shown', () => {
  expect(at('{ | }').labels).toHaveLength(8)
  expect(at('|').labels).toEqual([])
  expect(suggest(' '.repeat(200_001), 0)).toEqual([])
})

test('whatever has a row of its own is offered, with the same values', () => {
  for (const { path, kind } of CATALOGUE) {
    const schema = schemaAt(path)
    expect(schema, path.join('.')).toBeDefined()
    if (kind.type === 'oneOf') expect(schema && isValues(schema) && [...schema]).toEqual([...kind.values])
  }
})
