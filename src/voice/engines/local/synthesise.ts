import { ConsoleStdout, File, OpenFile, PreopenDirectory, WASI } from '@bjorn3/browser_wasi_shim'

/** The male US voice that the recogniser understood best, a sign of clear speech. */
const VOICE = 'rms'

const OUTPUT = 'speech.wav'

/**
 * Speaks a sentence with flite: a 16 kHz mono WAV file. `flite` is the compiled module; it is run once for each
 * sentence, as a program would be.
 * @throws Error with flite's own words when it gives no sound.
 */
export async function synthesise(flite: WebAssembly.Module, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const complaints: string[] = []
  const folder = new PreopenDirectory('.', new Map())
  const complain = ConsoleStdout.lineBuffered((line) => complaints.push(line))
  const wasi = new WASI(
    ['flite', '-voice', VOICE, '-t', text, '-o', OUTPUT],
    [],
    [new OpenFile(new File([])), complain, complain, folder],
    { debug: false },
  )
  const instance = await WebAssembly.instantiate(flite, { wasi_snapshot_preview1: wasi.wasiImport })
  const { memory, _start: start } = instance.exports
  if (!(memory instanceof WebAssembly.Memory) || !isProgram(start)) {
    throw new Error('this is not a program of WASI')
  }
  const code = wasi.start({ exports: { memory, _start: start } })
  const file = folder.dir.contents.get(OUTPUT)
  if (!(file instanceof File) || file.data.byteLength <= 44) {
    throw new Error(`flite made no sound (${code}): ${complaints.join(' ')}`)
  }
  return file.data.slice()
}

function isProgram(value: unknown): value is () => void {
  return typeof value === 'function'
}
