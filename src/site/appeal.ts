/** What a report offers for correcting its turns. */
export interface Appeal {
  /** Where the forms go. */
  action: string
  /** The correction that was refused, as it was typed, and why. */
  refused?: { turnId: string; text: string; problem: string }
}
