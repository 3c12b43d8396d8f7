const LANGUAGE = /^[\w+#.-]{1,24}$/

/** The language of a block of code by what stands behind its fence; undefined where that names none. */
export function languageOf(info: string | undefined): string | undefined {
  const [language = ''] = (info ?? '').trim().split(/\s/)
  return LANGUAGE.test(language) ? language : undefined
}
