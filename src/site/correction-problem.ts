interface Problem {
  message: string
  hint: string
}

const PROBLEMS: Record<string, Problem> = {
  invalid: {
    message: 'one of the choices is not among those offered.',
    hint: 'Choose again and press Change the plan.',
  },
  'already-started': {
    message: 'the interview has started.',
    hint: 'A plan can be corrected only before that. Start a new session for another one.',
  },
}

/** Why a correction was refused, by the code in the address; null when there is none. */
export function correctionProblem(code: string | null): Problem | null {
  if (code === null) return null
  return (
    PROBLEMS[code] ?? {
      message: 'it could not be changed.',
      hint: 'Look at the plan below and try once more.',
    }
  )
}
