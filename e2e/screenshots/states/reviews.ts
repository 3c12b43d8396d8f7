import { expect } from '@playwright/test'
import { reviewOf } from '../../models/review.ts'
import { sessionOf } from '../../models/session.ts'
import type { State } from '../stage.ts'

export const reviewStates: State[] = [
  {
    name: 'review-full',
    async show({ page, seeded, session }) {
      await session(seeded.permission)
      const review = reviewOf(page)
      await expect(sessionOf(page).permission.region).toBeVisible()
      await review.full.click()
      await expect(review.changes.getByRole('group', { name: 'Diff' }).first()).toBeVisible()
      await review.layout('Split').click()
    },
  },
  {
    name: 'review-several',
    async show({ page, at }) {
      await at('/review')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
]
