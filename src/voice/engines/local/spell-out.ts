/** How what is written in a technical question is said. Order matters: longer ones first. */
const spoken: [RegExp, string][] = [
  [/[‘’]/g, "'"],
  [/[“”`*_]/g, ''],
  [/\bO\(n log n\)/gi, 'O of n log n'],
  [/\bO\(([^()]*)\)/g, 'O of $1'],
  [/\bk8s\b/gi, 'kubernetes'],
  [/\bp(50|75|90|95|99)\b/gi, 'p $1'],
  [/\bSQL\b/g, 'sequel'],
  [/\bTTLs?\b/g, 'T T L'],
  [/\bSLOs?\b/g, 'S L O'],
  [/\bJSON\b/g, 'jason'],
  [/\bvs\.?(?=\s)/g, 'versus'],
  [/\be\.g\.(?=\s)/g, 'for example'],
  [/===?/g, ' equals '],
  [/!==?/g, ' is not '],
  [/=>|→/g, ' to '],
  [/&&/g, ' and '],
  [/\|\|/g, ' or '],
  [/(\d)\s*%/g, '$1 percent'],
  [/(\d)\s*ms\b/g, '$1 milliseconds'],
  [/\s*[–—]\s*/g, ', '],
  [/([a-z])([A-Z])/g, '$1 $2'],
  [/(\w)\.(\w)/g, '$1 dot $2'],
  [/[{}[\]<>|\\^~#@;]+/g, ' '],
  [/(\w)_(\w)/g, '$1 $2'],
  [/[^\x20-\x7E]/g, ''],
  [/\s+/g, ' '],
]

/** A line as a voice without knowledge of the trade should say it, in plain ASCII; numbers keep their point. */
export function spellOut(text: string): string {
  const decimal = text
    .replace(/…/g, '.')
    .replace(/(\d)\.(\d)/g, '$1 point $2')
    .normalize('NFKD')
  return spoken.reduce((line, [written, said]) => line.replace(written, said), decimal).trim()
}
