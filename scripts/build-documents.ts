import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decompress } from 'woff2-encoder'

/** Where the printer of reports looks for its template and fonts. */
const FOLDER = '.build/documents'

const fonts = [
  import.meta.resolve('@expo-google-fonts/instrument-sans/400Regular/InstrumentSans_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/instrument-sans/600SemiBold/InstrumentSans_600SemiBold.ttf'),
  import.meta.resolve('@expo-google-fonts/newsreader/400Regular/Newsreader_400Regular.ttf'),
  import.meta.resolve('@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf'),
].map((url) => fileURLToPath(url))
const mono = import.meta.resolve('@fontsource/commit-mono/files/commit-mono-latin-400-normal.woff2')

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
for (const template of ['report.typ', 'card.typ'])
  copyFileSync(join('src/documents/drivers', template), join(FOLDER, template))
for (const path of fonts) copyFileSync(path, join(FOLDER, basename(path)))
writeFileSync(join(FOLDER, 'CommitMono_400Regular.ttf'), await decompress(readFileSync(fileURLToPath(mono))))
console.log(`documents: two templates and ${fonts.length + 1} fonts`)
