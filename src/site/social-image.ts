/** Where the picture of a public page is, which `pages/social` makes at the build. */
export function socialImage(path: string): string {
  return `/social${path === '/' ? '/home' : path}.png`
}
