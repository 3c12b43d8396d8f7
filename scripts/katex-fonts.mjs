/** A Vite plugin that leaves the formulas' fonts in the one format that every browser of today reads: the others are a megabyte that nobody asks for. */
export function katexFonts() {
  return {
    name: 'katex-fonts',
    enforce: 'pre',
    transform(code, id) {
      if (!/katex[\\/]dist[\\/]katex\.min\.css/.test(id)) return null
      return { code: code.replaceAll(/,url\([^)]*\.(?:woff|ttf)\) format\("[a-z]+"\)/g, ''), map: null }
    },
  }
}
