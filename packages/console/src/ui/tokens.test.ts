import { describe, expect, it } from 'vitest'
import css from './tokens.css?raw'

const colors = new Map(
  [...css.matchAll(/(--[\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }],
  ),
)

/** Relative luminance, WCAG 2.2. */
const luminance = (hex: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

const contrast = (a: string, b: string): number => {
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].toSorted((x, y) => y - x)
  return (light + 0.05) / (dark + 0.05)
}

const surfaces = ['--surface-1', '--surface-2', '--surface-3', '--surface-raised']
const states = ['amber', 'blue', 'green', 'red', 'grey']
const pairs = [
  ...surfaces.flatMap((ground) => ['--ink', '--ink-2', '--ink-3', '--accent'].map((text) => [text, ground])),
  ...states.flatMap((state) => [...surfaces, `--${state}-soft`].map((ground) => [`--${state}`, ground])),
  ...['amber-soft', 'red-soft', 'accent-soft'].flatMap((ground) => [
    ['--ink', `--${ground}`],
    ['--ink-2', `--${ground}`],
  ]),
  ...[...colors.keys()]
    .filter((name) => name.startsWith('--ansi-') && name !== '--ansi-black')
    .flatMap((name) => [
      [name, '--surface-1'],
      [name, '--surface-2'],
    ]),
  ...[...colors.keys()]
    .filter((name) => name.startsWith('--code-'))
    .flatMap((name) => [...surfaces, '--green-soft', '--red-soft'].map((ground) => [name, ground])),
  ['--ink-inverse', '--ink'],
  ['--ink-inverse', '--accent'],
  ['--ink', '--find'],
]

const marks = [...colors.keys()]
  .filter((name) => name.startsWith('--project-'))
  .flatMap((name) => surfaces.map((ground) => [name, ground]))

describe.each(['light', 'dark'] as const)('%s theme', (theme) => {
  it.each(marks)('%s is seen on %s (3:1, WCAG AA)', (text = '', ground = '') => {
    expect(
      contrast(colors.get(text)?.[theme] ?? '', colors.get(ground)?.[theme] ?? ''),
    ).toBeGreaterThanOrEqual(3)
  })

  it.each(pairs)('%s reads on %s (4.5:1, WCAG AA)', (text = '', ground = '') => {
    const [front, back] = [colors.get(text), colors.get(ground)]
    expect(front && back).toBeDefined()
    expect(contrast(front?.[theme] ?? '', back?.[theme] ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})
