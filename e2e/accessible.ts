import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

const WIDE = { width: 1440, height: 900 }
const NARROW = { width: 390, height: 844 }

/** What a page is made of does not depend on its theme, and its colours hardly on its width. */
const LOOKS = [
  { size: WIDE, colorScheme: 'light', rules: undefined },
  { size: WIDE, colorScheme: 'dark', rules: ['color-contrast'] },
  { size: NARROW, colorScheme: 'dark', rules: undefined },
] as const

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

/** Looks at the page in both themes and at both ends of its widths. */
export async function expectAccessible(page: Page, place: string): Promise<void> {
  for (const { size, colorScheme, rules } of LOOKS) {
    await page.setViewportSize(size)
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.evaluate(settle)
    const builder = new AxeBuilder({ page }).options({ resultTypes: ['violations'] })
    const { violations } = await (rules ? builder.withRules([...rules]) : builder).analyze()
    const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    const found = grave.map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.html} ${node.failureSummary}`).join('\n')}`,
    )
    expect.soft(found, `${place}, ${colorScheme}, ${size.width} wide`).toEqual([])
  }
  await page.setViewportSize(WIDE)
}
