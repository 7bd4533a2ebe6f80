import type { Report } from '../domain/report/report.ts'
import { readSurvey } from '../domain/interview/read-survey.ts'
import { codeOf } from '../domain/report/view/code-of.ts'
import type { Dependencies } from '../api/dependencies.ts'
import { admit } from '../api/admit.ts'
import { Fault } from '../api/failure.ts'
import type { LimitName } from '../api/limits.ts'
import { toFault } from '../api/to-fault.ts'
import { correctPlan } from '../api/usecases/correct-plan.ts'
import { createSession } from '../api/usecases/create-session.ts'
import { listShares } from '../api/usecases/list-shares.ts'
import { recordingKeptUntil } from '../api/recording-kept-until.ts'
import { listSessions } from '../api/usecases/list-sessions.ts'
import { offerPractice } from '../api/usecases/offer-practice.ts'
import { playReport } from '../api/usecases/play-report.ts'
import { practise } from '../api/usecases/practise.ts'
import { recordEvent } from '../api/usecases/record-event.ts'
import { readReport } from '../api/usecases/read-report.ts'
import { verifyExport } from '../api/usecases/verify-export.ts'
import { viewSession } from '../api/usecases/view-session.ts'
import { createCreditServices } from './create-credit-services.ts'
import { createAccountServices } from './create-account-services.ts'
import { createOperatorServices } from './create-operator-services.ts'
import { highlightedLines } from './highlighted-lines.ts'
import type { PageServices, ReportPage } from './page-services.ts'
import type { TypedCorrection } from './read-correction-form.ts'
import { toOutcome } from './to-outcome.ts'
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
    credits: createCreditServices(dependencies, isHttps, address),
    ...createForms(dependencies, isHttps, address),
    account: createAccountServices(dependencies, isHttps),
    operator: createOperatorServices(dependencies, isHttps),
  }
}

/** How long after a session somebody is asked how the call itself went, in ms: a day. */
const UNTIL_THE_CALL_MS = 24 * 60 * 60 * 1000

type Forms = Pick<PageServices, 'startSession' | 'practise' | 'correctTurn' | 'answerSurvey' | 'correctPlan'>

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
      const created = await toOutcome(
        within('session', owner, () => createSession(dependencies, form, owner)),
      )
      if (!created) throw new Error('a new session is absent')
      if (!created.ok) return created
      const setCookie = known === undefined ? cookie.write(owner, isHttps) : null
      return { ok: true, value: { id: created.value.id, setCookie } }
    },
    async practise(id, wanted, header) {
      const owner = ownerOf(header)
      const opened = await toOutcome(
        within('session', owner, () => practise(dependencies, id, owner, wanted)),
      )
      return opened?.ok ? { ok: true, value: { id: opened.value.id, setCookie: null } } : opened
    },
    correctTurn(id, typed, header) {
      const owner = ownerOf(header)
      return toOutcome(within('event', owner, () => correctTurn(dependencies, id, owner, typed)))
    },
    answerSurvey(id, survey, header) {
      const event = ClientEvent.parse({ kind: 'survey', answers: survey })
      const owner = ownerOf(header)
      return toOutcome(within('event', owner, () => recordEvent(dependencies, id, owner, event)))
    },
    correctPlan(id, correction, header) {
      const owner = ownerOf(header)
      return toOutcome(within('event', owner, () => correctPlan(dependencies, id, owner, correction)))
    },
  }
}

async function pageOf(dependencies: Dependencies, owner: string, report: Report): Promise<ReportPage> {
  const of = report.practice?.of
  const [before, all, offer, { state }, shares] = await Promise.all([
    of === undefined ? null : unlessFault(readReport(dependencies, of, owner), { 'not-found': null }),
    listSessions(dependencies, owner),
    offerPractice(dependencies, report, owner),
    dependencies.sessions.own(report.id, owner),
    listShares(dependencies, report.id, owner),
  ])
  const later = all.filter(({ practice }) => practice?.of === report.id)
  const code = codeOf(report, dependencies.bank.snippets, highlightedLines)
  const survey = readSurvey(state.survey)
  const asksAfterCall = dependencies.now() - Date.parse(report.createdAt) > UNTIL_THE_CALL_MS
  const keptUntil = new Date(recordingKeptUntil(state)).toISOString()
  const kept = { shares, recordingKeptUntil: report.recording ? keptUntil : null }
  return { report, code, before, later, ...kept, survey, asksAfterCall, ...offer }
}

/** The answer, or what stands for the named faults. */
async function unlessFault<T, S>(
  answer: Promise<T>,
  standIns: Partial<Record<Fault['code'], S>>,
): Promise<T | S> {
  try {
    return await answer
  } catch (error) {
    const standIn = error instanceof Fault ? standIns[error.code] : undefined
    if (standIn === undefined) throw error
    return standIn
  }
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
