/** Which language a code is written in, by what stands behind its fence or by its file's name. Pure. */

/** By the name of its grammar (highlight/grammars.ts): other names that people and models write, and the ends of file names. */
const LANGUAGES = {
  astro: [],
  bash: ['sh', 'shell', 'zsh', 'shellscript', 'shellsession', 'console', 'bashrc', 'zshrc', 'profile'],
  c: ['h'],
  clojure: ['clj', 'cljs', 'cljc', 'edn'],
  cpp: ['c++', 'cc', 'cxx', 'hpp', 'hh', 'hxx'],
  csharp: ['c#', 'cs'],
  css: [],
  dart: [],
  diff: ['patch'],
  docker: ['dockerfile', 'containerfile'],
  elixir: ['ex', 'exs'],
  erlang: ['erl', 'hrl'],
  fish: [],
  go: ['golang'],
  graphql: ['gql'],
  groovy: ['gradle', 'jenkinsfile'],
  haskell: ['hs'],
  hcl: ['tf', 'tfvars', 'terraform'],
  html: ['htm', 'xhtml'],
  ini: ['cfg', 'conf', 'properties', 'env', 'dotenv', 'editorconfig', 'gitconfig', 'service'],
  java: [],
  javascript: ['js', 'mjs', 'cjs', 'node'],
  json: ['jsonl', 'webmanifest', 'map'],
  jsonc: ['json5'],
  jsx: [],
  julia: ['jl'],
  kotlin: ['kt', 'kts'],
  less: [],
  lua: [],
  make: ['makefile', 'mk', 'gnumakefile'],
  markdown: ['md', 'mdx'],
  nginx: [],
  nix: [],
  ocaml: ['ml', 'mli'],
  perl: ['pl', 'pm'],
  php: [],
  powershell: ['ps1', 'pwsh', 'psm1'],
  proto: ['protobuf'],
  python: ['py', 'python3', 'pyi', 'pyw'],
  r: [],
  ruby: ['rb', 'gemfile', 'rakefile', 'gemspec'],
  rust: ['rs'],
  scala: ['sc', 'sbt'],
  scss: ['sass'],
  sql: ['mysql', 'postgres', 'postgresql', 'sqlite', 'psql'],
  svelte: [],
  swift: [],
  toml: [],
  tsx: [],
  typescript: ['ts', 'mts', 'cts'],
  vue: [],
  xml: ['svg', 'xsd', 'xsl', 'plist', 'csproj'],
  yaml: ['yml'],
  zig: [],
} as const satisfies Record<string, readonly string[]>

export type Language = keyof typeof LANGUAGES

// A map, for a language may be called `constructor`.
const BY_NAME: ReadonlyMap<string, Language> = new Map(
  (Object.entries(LANGUAGES) as [Language, readonly string[]][]).flatMap(([language, others]) =>
    [language, ...others].map((name) => [name, language] as const),
  ),
)

export const LANGUAGE_NAMES = Object.keys(LANGUAGES) as readonly Language[]

/** Of the word behind a fence; undefined where nobody here knows it. */
export const languageNamed = (name: string | undefined): Language | undefined =>
  name === undefined ? undefined : BY_NAME.get(name.toLowerCase())

/** Of a file, by its name alone: `Dockerfile`, `.env.local`, `src/app.d.ts`. */
export function languageOfFile(path: string): Language | undefined {
  const name = path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase()
  const [first = '', ...rest] = name.replace(/^\./, '').split('.')
  const last = rest.at(-1)
  return (
    (last === undefined ? undefined : BY_NAME.get(last)) ??
    (isWhole(first, rest) ? BY_NAME.get(first) : undefined)
  )
}

/** What is a name by itself: a `Makefile`, an `.env` of some place; and not a file called `c`. */
const isWhole = (first: string, rest: readonly string[]): boolean =>
  /file$|^(env|bashrc|zshrc|profile|editorconfig|gitconfig)$/.test(first) && rest.length < 2
