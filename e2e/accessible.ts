import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const SIZES = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const THEMES = ['light', 'dark'] as const

/** After a change of theme or size: resolves when the new colours are drawn and every transition to them is over. */
async function settle(): Promise<void> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  await frame()
  await frame()
  const finite = document
    .getAnimations()
    .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(finite.map((animation) => animation.finished))
}

/** Looks at the page in every size and theme. */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  for (const size of SIZES) {
    for (const colorScheme of THEMES) {
      await page.setViewportSize(size)
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.evaluate(settle)
      const { violations } = await new AxeBuilder({ page }).analyze()
      const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      const found = grave.map(
        ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
      )
      expect.soft(found, `${place}, ${colorScheme}, ${size.width} wide`).toEqual([])
    }
  }
  await page.setViewportSize({ width: 1440, height: 900 })
}
