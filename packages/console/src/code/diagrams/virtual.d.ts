/** The address of the script that draws diagrams; scripts/diagram-frame.mjs makes it. */
declare module 'virtual:diagram-frame' {
  const address: string
  export default address
}
