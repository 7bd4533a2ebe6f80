const NO_CODING = new RegExp(
  [
    "(?:don['’]t|do not|won['’]t|will not) (?:be )?(?:writ(?:e|ing)|cod(?:e|ing)|program(?:ming)?)" +
      '(?: (?:any|much|the|production|software)){0,2}(?: code)?\\b',
    '\\bno (?:coding|programming)(?: (?:skills|experience|knowledge))? ?(?:is |are )?(?:needed|required|necessary)',
    '\\b(?:coding|programming)(?: skills)? (?:is|are) not (?:a )?(?:part|required|needed|necessary)',
    '\\bnot an? (?:coding|programming|software|engineering|hands-on coding) (?:role|job|position)',
    "(?:don['’]t|do not) do their work",
  ].join('|'),
  'iu',
)

/** Whether a text says in so many words that the job is no programming. */
export function saysNoCoding(text: string): boolean {
  return NO_CODING.test(text)
}
