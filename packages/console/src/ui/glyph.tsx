import { splitProps, type ComponentProps, type JSX } from 'solid-js'

export interface GlyphProps extends Omit<ComponentProps<'svg'>, 'role'> {
  /** Names it for assistive technology; without it the glyph is decoration beside a text that says the same. */
  label?: string | undefined
}

/** The frame of the small state drawings: 14 px, drawn with one round line in the colour of the text. */
export const Glyph = (props: GlyphProps): JSX.Element => {
  const [own, rest] = splitProps(props, ['label', 'children'])
  return (
    <svg
      viewBox="0 0 14 14"
      width="14"
      height="14"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      role={own.label ? 'img' : undefined}
      aria-label={own.label}
      aria-hidden={own.label ? undefined : 'true'}
      {...rest}
    >
      {own.children}
    </svg>
  )
}
