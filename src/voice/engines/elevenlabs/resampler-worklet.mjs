/**
 * A resampler for the client's worklets, in place of the one that it would load from another host. They look for
 * `globalThis.LibSampleRate` and use its `create(channels, from, to)` and `full(samples)`, mono.
 *
 * Each sample is the sum of its neighbours under a Hann-windowed sinc (J. O. Smith, "Digital Audio Resampling"), with
 * the cut-off at half of the lower rate. What a piece leaves over goes into the next.
 */
const ZERO_CROSSINGS = 8

class Resampler {
  /** @param {number} from samples a second; @param {number} to */
  constructor(from, to) {
    this.step = from / to
    this.cutoff = Math.min(1, to / from)
    this.reach = ZERO_CROSSINGS / this.cutoff
    /** Samples that are still needed, and where the next one to be made is among them. */
    this.rest = new Float32Array(Math.ceil(this.reach))
    this.at = this.rest.length
  }

  /**
   * @param {ArrayLike<number>} samples
   * @returns {Float32Array} on the scale of the samples
   */
  full(samples) {
    const input = new Float32Array(this.rest.length + samples.length)
    input.set(this.rest)
    input.set(samples, this.rest.length)
    const last = input.length - 1 - this.reach
    const count = Math.max(0, Math.floor((last - this.at) / this.step) + 1)
    const output = new Float32Array(count)
    for (let made = 0; made < count; made += 1) output[made] = this.sample(input, this.at + made * this.step)
    const next = this.at + count * this.step
    const kept = Math.max(0, Math.floor(next - this.reach))
    this.rest = input.slice(kept)
    this.at = next - kept
    return output
  }

  /**
   * @param {Float32Array} input
   * @param {number} at
   */
  sample(input, at) {
    let sum = 0
    let weights = 0
    for (let i = Math.max(0, Math.ceil(at - this.reach)); i <= at + this.reach; i += 1) {
      const weight = sinc(this.cutoff * (at - i)) * (1 + Math.cos((Math.PI * (at - i)) / this.reach))
      sum += weight * (input[i] ?? 0)
      weights += weight
    }
    return sum / weights
  }
}

/** @param {number} x */
function sinc(x) {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x)
}

Object.assign(globalThis, {
  LibSampleRate: {
    /** @param {number} _channels; @param {number} from; @param {number} to */
    create: (_channels, from, to) => Promise.resolve(new Resampler(from, to)),
  },
})
