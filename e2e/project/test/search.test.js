import assert from 'node:assert/strict'
import test from 'node:test'
import { searchNotes } from '../src/search.js'

const notes = [
  { text: 'Otter near the old bridge', takenAt: 1 },
  { text: 'Bridge closed for repairs', takenAt: 2 },
]

test('the newest note comes first', () => {
  assert.deepEqual(
    searchNotes(notes, 'bridge').map((note) => note.takenAt),
    [2, 1],
  )
})

test('every word has to match', () => {
  assert.equal(searchNotes(notes, 'old bridge').length, 1)
})
