import { copySources } from './copy-sources.ts'
import type { drawMath } from './katex.ts'
import { formulasToDraw } from './formulas-to-draw.ts'
import { MOST_OF_FORMULA, texOf } from './math-source.ts'

/** Milliseconds of drawing in one task; a formula takes half of one. */
const BUDGET_MS = 8

type Draw = typeof drawMath

let draw: Draw | undefined
let asked = false
let waiting = new Set<HTMLElement>()
let isWorking = false

/** Draws the formulas in `element` in place of their sources: at once where what that needs is there, else when it comes. */
export function typesetMath(element: HTMLElement): void {
  const fresh = [...element.querySelectorAll<HTMLElement>('[data-math]:not([data-source])')]
  if (fresh.length === 0) return
  const prose = element.closest('[data-prose]') ?? element
  const isTaken = (formula: HTMLElement) => formula.dataset['source'] !== undefined || waiting.has(formula)
  const ofText = [...prose.querySelectorAll<HTMLElement>('[data-math]')]
  for (const formula of formulasToDraw(fresh, ofText.filter(isTaken))) waiting.add(formula)
  if (draw) work()
  else need()
}

function need(): void {
  if (asked) return
  asked = true
  import('./katex.ts').then(begin, () => {
    // The network failed: sources can be read as they are, and the next one asks again.
    asked = false
    waiting = new Set()
  })
}

function begin({ drawMath }: { drawMath: Draw }): void {
  draw = drawMath
  copySources()
  work()
}

/** In slices: what is written while others wait is drawn with them. */
function work(): void {
  if (isWorking || !draw) return
  const end = performance.now() + BUDGET_MS
  for (const next of waiting) {
    waiting.delete(next)
    show(next, draw)
    if (performance.now() >= end) break
  }
  if (waiting.size === 0) return
  isWorking = true
  setTimeout(() => {
    isWorking = false
    work()
  })
}

/** The source stays with the drawing: it is what is read out and copied. */
function show(element: HTMLElement, draw: Draw): void {
  const source = element.textContent ?? ''
  const tex = texOf(source)
  if (element.dataset['source'] !== undefined || source.length > MOST_OF_FORMULA) return
  element.dataset['source'] = source
  try {
    const drawing = draw(tex, element.dataset['math'] === 'display')
    drawing.setAttribute('aria-hidden', 'true')
    drawing.dataset['unsearched'] = ''
    element.setAttribute('role', 'math')
    element.setAttribute('aria-label', tex)
    element.replaceChildren(drawing)
  } catch (error) {
    // No formula after all, or one that nests without end: its source says what was meant.
    element.dataset['failed'] = ''
    element.title = error instanceof Error ? error.message.slice(0, 200) : ''
  }
}
