interface Item {
  id: string
  public: boolean
}

/** What a session may still ask a candidate: not public, and not among the ids that were met. */
export function keepUnseen<T extends Item>(items: readonly T[], seen: ReadonlySet<string>): T[] {
  return items.filter((item) => !item.public && !seen.has(item.id))
}
