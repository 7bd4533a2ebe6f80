/** What the keys of sessions begin with that are being deleted. */
export const erasures = 'erasures/sessions/'

/** What the keys of conversations begin with that the voice service has still to delete, of one owner when named. */
export function vendorErasures(ownerId?: string): string {
  return ownerId === undefined ? 'erasures/calls/' : `erasures/calls/${ownerId}/`
}
