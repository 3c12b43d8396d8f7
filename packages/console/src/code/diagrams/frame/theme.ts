import type { DiagramColours } from '../drawing.ts'

/** Mermaid's names for colours: ours instead of its yellow and lilac. */
export const themeOf = (colours: DiagramColours) => ({
  darkMode: colours.dark,
  fontFamily: colours.font,
  fontSize: '14px',
  ...boxesOf(colours),
  ...linesOf(colours),
  ...pieOf(colours),
  ...numbered('git', 0, colours.hues),
})

const numbered = (name: string, first: number, hues: string[]) =>
  Object.fromEntries(hues.map((hue, at) => [`${name}${first + at}`, hue]))

const boxesOf = ({ surface, raised, line, ink, muted, accent }: DiagramColours) => ({
  background: surface,
  primaryColor: raised,
  primaryTextColor: ink,
  primaryBorderColor: muted,
  secondaryColor: raised,
  tertiaryColor: surface,
  mainBkg: raised,
  nodeBorder: muted,
  clusterBkg: surface,
  clusterBorder: line,
  noteBkgColor: surface,
  noteTextColor: ink,
  noteBorderColor: line,
  actorBkg: raised,
  actorBorder: muted,
  actorTextColor: ink,
  activationBkgColor: raised,
  activationBorderColor: accent,
  taskBkgColor: raised,
  taskBorderColor: muted,
  taskTextColor: ink,
  taskTextDarkColor: ink,
  taskTextOutsideColor: ink,
})

const linesOf = ({ surface, line, ink, muted }: DiagramColours) => ({
  lineColor: muted,
  textColor: ink,
  titleColor: ink,
  gridColor: line,
  edgeLabelBackground: surface,
  signalColor: muted,
  signalTextColor: ink,
  labelTextColor: ink,
  loopTextColor: ink,
})

const pieOf = ({ ink, muted, hues }: DiagramColours) => ({
  ...numbered('pie', 1, hues),
  pieOpacity: '0.45',
  pieStrokeColor: muted,
  pieStrokeWidth: '1px',
  pieOuterStrokeColor: muted,
  pieOuterStrokeWidth: '1px',
  pieTitleTextColor: ink,
  pieSectionTextColor: ink,
  pieLegendTextColor: ink,
})
