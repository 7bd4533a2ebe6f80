/** What can go wrong, and what the service may do that no source settles. All off is the service at its best. */
export interface Switches {
  /** The upgrade is answered without the subprotocol: Chromium then closes with 1006. */
  noSubprotocol: boolean
  /** Nothing is sent after the upgrade. */
  silentHandshake: boolean
  /** A ping is the first message, and the metadata the second. */
  pingFirst: boolean
  /** A place in the queue is the first message, and the metadata the second. Its order is unsettled. */
  queueStatusFirst: boolean
  /** The conversation is closed with 1008 before the metadata. */
  closedFirst: boolean
  /** The connection breaks before the metadata. */
  droppedFirst: boolean
  /** The metadata names an audio format that the client cannot play. */
  badFormat: boolean
  /** The page's origin has to be in the agent's list. How this goes with a signed address is unsettled. */
  checksOrigin: boolean
  /** Every request to the model comes twice; the first answer is dropped. */
  repeatsRequests: boolean
  /** A turn is asked about by its first half before it is over, whatever the agent's body says. */
  speculates: boolean
  /** An answer to a tool's result without a word counts as a failure, like any other empty answer. Unsettled. */
  refusesEmptyToolAnswer: boolean
  /** The model is called at the bare address of the body, without `/chat/completions`. Unsettled. */
  callsBareUrl: boolean
  /** A typed message comes back as a transcript. Unsettled. */
  echoesUserMessages: boolean
  /** A typed message waits until the line being said is over. Unsettled. */
  userMessagesWait: boolean
  /** A contextual update is added to the model's messages. Unsettled. */
  contextReachesModel: boolean
  /** Audio comes without the times of its characters. */
  noAlignment: boolean
  /** The end of the call is announced as soon as the last line is sent, not when it was heard. */
  endsCallAtOnce: boolean
  /** An interruption is not followed by what was heard. */
  noCorrection: boolean
}

/** The service at its best, but for what is named. */
export function createSwitches(on: Partial<Switches> = {}): Switches {
  return {
    noSubprotocol: false,
    silentHandshake: false,
    pingFirst: false,
    queueStatusFirst: false,
    closedFirst: false,
    droppedFirst: false,
    badFormat: false,
    checksOrigin: false,
    repeatsRequests: false,
    speculates: false,
    refusesEmptyToolAnswer: false,
    callsBareUrl: false,
    echoesUserMessages: false,
    userMessagesWait: false,
    contextReachesModel: false,
    noAlignment: false,
    endsCallAtOnce: false,
    noCorrection: false,
    ...on,
  }
}
