import type { JSX } from 'solid-js'

/** The console's mark: a prompt in a frame. */
export function Logo(): JSX.Element {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <rect width="20" height="20" rx="5" fill="var(--ink)" />
      <path
        d="M5.5 6v8M11 6l-4 4 4 4M12.5 14h3"
        fill="none"
        stroke="var(--ink-inverse)"
        stroke-width="1.75"
        stroke-linecap="round"
        stroke-linejoin="round"
      />
    </svg>
  )
}
