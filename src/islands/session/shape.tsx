const paths = {
  listening: 'M14 4a10 10 0 1 0 0 20a10 10 0 1 0 0-20zM14 8a6 6 0 1 1 0 12a6 6 0 1 1 0-12z',
  thinking: 'M0 10h7v7H0zM10.500 10h7v7h-7zM21 10h7v7h-7zM23 12v3h3v-3z',
  speaking: 'M1 11h3v6H1zM7 7h3v14H7zM13 2h3v24h-3zM19 7h3v14h-3zM25 11h3v6h-3z',
  hold: 'M6 4h6v20H6zM16 4h6v20h-6z',
  over: 'M0 9h28v7h-7v-3H7v3H0z',
  mark: 'M6 3h16v22l-8-6-8 6zM9 6v13l5-4 5 4V6z',
}

/** The sign of a state or of a mark. Its word stands beside it, so it is silent. */
export function Shape({ name }: { name: keyof typeof paths }) {
  return (
    <svg className="shape" viewBox="0 0 28 28" aria-hidden="true">
      <path fillRule="evenodd" d={paths[name]} />
    </svg>
  )
}
