import type { Report } from '../domain/report/report.ts'
import { codeOf } from '../domain/report/view/code-of.ts'
import type { Dependencies } from '../api/dependencies.ts'
import { admit } from '../api/admit.ts'
import { Fault, toFailure } from '../api/failure.ts'
import type { LimitName } from '../api/limits.ts'
import { storageFault } from '../api/storage-fault.ts'
import { toFault } from '../api/to-fault.ts'
import { correctPlan } from '../api/usecases/correct-plan.ts'
import { createSession } from '../api/usecases/create-session.ts'
import { listSessions } from '../api/usecases/list-sessions.ts'
import { offerPractice } from '../api/usecases/offer-practice.ts'
import { playReport } from '../api/usecases/play-report.ts'
import { practise } from '../api/usecases/practise.ts'
import { recordEvent } from '../api/usecases/record-event.ts'
import { readReport } from '../api/usecases/read-report.ts'
import { verifyExport } from '../api/usecases/verify-export.ts'
import { viewSession } from '../api/usecases/view-session.ts'
import { highlightedLines } from './highlighted-lines.ts'
import type { PageServices, ReportPage } from './page-services.ts'
import type { TypedCorrection } from './read-correction-form.ts'
import { ClientEvent } from '../wire/sessions.ts'

/**
 * What the pages need, made of the use cases. `isHttps` says which owner cookie the request carries, `address` where it
 * comes from (see clientAddress).
 */
export function createPageServices(
  dependencies: Dependencies,
  isHttps: boolean,
  address: string | null,
): PageServices {
  const { cookie, voice, languageModel } = dependencies
  const ownerOf = (header: string | null) => cookie.read(header, isHttps)
  return {
    signingKey: dependencies.signer.key,
    signedSample(id) {
      const sample = dependencies.bank.samples.find((each) => each.id === id)
      return sample ? dependencies.signer.sign(playReport(dependencies, sample)) : null
    },
    verifyExport: (text) => verifyExport(dependencies, text),
    offersElevenLabs: voice.engines.includes('elevenlabs'),
    readsWithModel: languageModel !== null,
    getSession: (id, header) =>
      unlessFault(viewSession(dependencies, id, ownerOf(header), 0), { 'not-found': null }),
    async getReport(id, header) {
      const owner = ownerOf(header)
      if (owner === undefined) return null
      const report = await unlessFault(readReport(dependencies, id, owner), {
        'not-found': null,
        'report-not-ready': 'not-ready' as const,
      })
      if (report === null || report === 'not-ready') return report
      return pageOf(dependencies, owner, report)
    },
    listSessions: (header) => listSessions(dependencies, ownerOf(header)),
    ...createForms(dependencies, isHttps, address),
  }
}

type Forms = Pick<PageServices, 'startSession' | 'practise' | 'correctTurn' | 'correctPlan'>

/** What changes something: counted, and refused in words that a form can show. */
function createForms(dependencies: Dependencies, isHttps: boolean, address: string | null): Forms {
  const { cookie } = dependencies
  const ownerOf = (header: string | null) => cookie.read(header, isHttps)
  const within = async <T>(name: LimitName, owner: string | undefined, step: () => Promise<T>) => {
    await admit(dependencies, name, { owner, address })
    return step()
  }
  return {
    async startSession(form, header) {
      const known = ownerOf(header)
      const owner = known ?? cookie.newOwner()
      const created = await orFault(
        keeping(within('session', owner, () => createSession(dependencies, form, owner))),
      )
      if (created instanceof Fault) {
        const { status, body } = toFailure(created)
        return { ok: false, fault: body.error, status }
      }
      return {
        ok: true,
        id: created.id,
        setCookie: known === undefined ? cookie.write(owner, isHttps) : null,
      }
    },
    async practise(id, wanted, header) {
      const owner = ownerOf(header)
      const opened = await orFault(
        keeping(within('session', owner, () => practise(dependencies, id, owner, wanted))),
      )
      if (!(opened instanceof Fault)) return { ok: true, id: opened.id, setCookie: null }
      if (opened.code === 'not-found') return null
      const { status, body } = toFailure(opened)
      return { ok: false, fault: body.error, status }
    },
    async correctTurn(id, typed, header) {
      const owner = ownerOf(header)
      const corrected = await orFault(
        keeping(within('event', owner, () => correctTurn(dependencies, id, owner, typed))),
      )
      if (!(corrected instanceof Fault)) return { ok: true }
      if (corrected.code === 'not-found') return null
      const { status, body } = toFailure(corrected)
      return { ok: false, fault: body.error, status }
    },
    async correctPlan(id, correction, header) {
      const owner = ownerOf(header)
      const corrected = await orFault(
        keeping(within('event', owner, () => correctPlan(dependencies, id, owner, correction))),
      )
      if (!(corrected instanceof Fault)) return { ok: true }
      return corrected.code === 'not-found' ? null : { ok: false, fault: toFailure(corrected).body.error }
    },
  }
}

async function pageOf(dependencies: Dependencies, owner: string, report: Report): Promise<ReportPage> {
  const of = report.practice?.of
  const [before, all, offer] = await Promise.all([
    of === undefined ? null : unlessFault(readReport(dependencies, of, owner), { 'not-found': null }),
    listSessions(dependencies, owner),
    offerPractice(dependencies, report, owner),
  ])
  const later = all.filter(({ practice }) => practice?.of === report.id)
  const code = codeOf(report, dependencies.bank.snippets, highlightedLines)
  return { report, code, before, later, ...offer }
}

/** The answer, or the fault it was refused with. Whatever else is thrown stays thrown. */
async function orFault<T>(answer: Promise<T>): Promise<T | Fault> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Fault) return error
    throw error
  }
}

/** The answer; a store that could not keep something becomes a fault, which a form can say. */
async function keeping<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer
  } catch (error) {
    throw storageFault(error) ?? error
  }
}

/** The answer, or what stands for the named faults. */
async function unlessFault<T, S>(
  answer: Promise<T>,
  standIns: Partial<Record<Fault['code'], S>>,
): Promise<T | S> {
  const given = await orFault(answer)
  if (!(given instanceof Fault)) return given
  const standIn = standIns[given.code]
  if (standIn === undefined) throw given
  return standIn
}

/** A typed correction as an event. @throws Fault `invalid`, and what recording it throws. */
async function correctTurn(
  dependencies: Dependencies,
  id: string,
  owner: string | undefined,
  typed: TypedCorrection,
): Promise<void> {
  const event = ClientEvent.safeParse({ kind: 'correction', ...typed })
  if (!event.success) throw toFault(event.error)
  await recordEvent(dependencies, id, owner, event.data)
}
