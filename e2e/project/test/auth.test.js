import assert from 'node:assert/strict'
import test from 'node:test'
import { afterLogin, currentUser } from '../src/auth.js'
import { openSession } from '../src/session.js'

test('a visitor goes back to where they came from', () => {
  assert.equal(afterLogin(new URLSearchParams('next=/notes')), '/notes')
})

test('without a way back it is the front page', () => {
  assert.equal(afterLogin(new URLSearchParams()), '/')
})

test('a session names its user', () => {
  assert.equal(currentUser({ session: openSession('ada') }), 'ada')
})
