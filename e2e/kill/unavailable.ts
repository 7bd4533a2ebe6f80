/** The server says that its store did not answer: what was sent may be kept or not. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}
