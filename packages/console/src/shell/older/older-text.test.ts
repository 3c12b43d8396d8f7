import { expect, test } from 'vitest'
import { olderText } from './older-text.ts'

test.each([
  [{ isAsked: true, found: 3, hasMore: true, failed: 1 }, 'Searching older sessions…'],
  [
    { isAsked: false, found: 30, hasMore: true, failed: 0 },
    'More older sessions match: type more of the title.',
  ],
  [
    { isAsked: false, found: 0, hasMore: true, failed: 0 },
    'More older sessions match: type more of the title.',
  ],
  [{ isAsked: false, found: 1, hasMore: false, failed: 1 }, '1 older session found.'],
  [{ isAsked: false, found: 0, hasMore: false, failed: 0 }, 'No older session’s title matches.'],
  [{ isAsked: false, found: 0, hasMore: false, failed: 1 }, ''],
])('of %j it says %j', (search, text) => expect(olderText(search)).toBe(text))
