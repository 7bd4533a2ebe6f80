import { copyFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { decompress } from 'woff2-encoder'

/** Where the printer of reports looks for its template and fonts. */
const FOLDER = '.build/documents'

const google = [
  'instrument-sans/400Regular/InstrumentSans_400Regular.ttf',
  'instrument-sans/600SemiBold/InstrumentSans_600SemiBold.ttf',
  'newsreader/400Regular/Newsreader_400Regular.ttf',
  'noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]
const { resolve } = createRequire(import.meta.url)

rmSync(FOLDER, { recursive: true, force: true })
mkdirSync(FOLDER, { recursive: true })
copyFileSync('src/documents/drivers/report.typ', join(FOLDER, 'report.typ'))
for (const path of google) {
  copyFileSync(resolve(`@expo-google-fonts/${path}`), join(FOLDER, path.slice(path.lastIndexOf('/') + 1)))
}
const mono = readFileSync(resolve('@fontsource/commit-mono/files/commit-mono-latin-400-normal.woff2'))
writeFileSync(join(FOLDER, 'CommitMono_400Regular.ttf'), await decompress(mono))
console.log(`documents: a template and ${google.length + 1} fonts`)
