import type * as sessionModule from './session.tsx'

/** The view of a session, and what draws texts: it begins with texts, and stands when both are there, so that each text is drawn once. */
export async function loadSession(): Promise<typeof sessionModule> {
  // On its way beside the view, not behind it. Where it can't be loaded, texts stand as they are.
  import('../../code/markdown/engine.ts').catch(() => undefined)
  const view = await import('./session.tsx')
  await view.drawsTexts()
  return view
}
