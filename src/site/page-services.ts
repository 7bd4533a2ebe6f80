import type { PublicJwk } from '../api/report-signer.ts'
import type { PracticeOffer } from '../api/usecases/offer-practice.ts'
import type { Verification } from '../api/usecases/verify-export.ts'
import type { Report } from '../domain/report/report.ts'
import type { ShownCode } from '../domain/report/view/code-view.ts'
import type { Survey } from '../domain/interview/survey.ts'
import type { FaultBody } from '../wire/fault.ts'
import type { Practise } from '../wire/practise.ts'
import type { CreditServices } from './credit-services.ts'
import type { AccountServices } from './account-services.ts'
import type { OperatorServices } from './operator-services.ts'
import type { Outcome } from './to-outcome.ts'
import type { TypedCorrection } from './read-correction-form.ts'
import type { ShareLink } from '../wire/share.ts'
import type { CorrectPlan, CreateSession, SessionSummary, SessionView } from '../wire/sessions.ts'

export interface ReportPage extends PracticeOffer {
  report: Report
  /** Highlighted, by snippet id; an id that the content no longer has is absent. */
  code: Record<string, ShownCode>
  /** The report of which one thing was practised here; null for a whole interview, and when it is gone. */
  before: Report | null
  /** Links that anybody can read it by. */
  shares: ShareLink[]
  /** Until when its recording is kept, ISO 8601; null when there is none. */
  recordingKeptUntil: string | null
  /** What the candidate has said of it so far. */
  survey: Survey
  /** It was finished so long ago that the call itself may be over. */
  asksAfterCall: boolean
  /** Sessions that practised something of this one, newest first. */
  later: SessionSummary[]
}

export type Fault = FaultBody['error']

/** `setCookie` is a whole `Set-Cookie` value, or null when the browser has its cookie already. */
export type StartOutcome = Outcome<{ id: string; setCookie: string | null }>

/**
 * What the pages ask of the server. The owner is read from the `Cookie` header, null when there is none.
 * Somebody else's object is answered like an absent one: null. A failing store is a fault where something was
 * to be kept, throws where something was to be read, and is never null.
 */
export interface PageServices {
  /** The public key that exports are signed with. */
  signingKey: PublicJwk
  /** The export of a sample interview, signed; null when there is no such sample. */
  signedSample(id: string): Report | null
  /** Recomputes an export from its evidence. Anybody may ask. */
  verifyExport(text: string): Verification
  /** An interview by voice can be held by ElevenLabs here. */
  offersElevenLabs: boolean
  /** A language model is set up here, which gets postings and answers. */
  readsWithModel: boolean
  getSession(id: string, cookieHeader: string | null): Promise<SessionView | null>
  /** `not-ready` until the interview has been finished. */
  getReport(id: string, cookieHeader: string | null): Promise<ReportPage | 'not-ready' | null>
  /** Newest first. */
  listSessions(cookieHeader: string | null): Promise<SessionSummary[]>
  /** A new session out of a report. Null for an absent one. */
  practise(id: string, wanted: Practise, cookieHeader: string | null): Promise<StartOutcome | null>
  /** Puts right what was misheard in a turn, and grades it again. Null for an absent session. */
  correctTurn(
    id: string,
    typed: TypedCorrection,
    cookieHeader: string | null,
  ): Promise<Outcome<unknown> | null>
  /** Keeps what a candidate says of a session; answers given before stay. Null for an absent one. */
  answerSurvey(id: string, survey: Survey, cookieHeader: string | null): Promise<Outcome<unknown> | null>
  credits: CreditServices
  account: AccountServices
  /** Null where no token is set: then there is no such page. */
  operator: OperatorServices | null
  startSession(form: CreateSession, cookieHeader: string | null): Promise<StartOutcome>
  /** Null for an absent session; a fault once it has started. */
  correctPlan(
    id: string,
    correction: CorrectPlan,
    cookieHeader: string | null,
  ): Promise<Outcome<unknown> | null>
}
