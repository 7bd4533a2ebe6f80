import { z } from 'zod'

/** What a browser needs to hold an interview by one engine. */
export const AskVoiceAccess = z.object({
  sessionId: z.string(),
  engine: z.enum(['typed', 'local', 'elevenlabs']),
})
export type AskVoiceAccess = z.infer<typeof AskVoiceAccess>

export const VoiceAccess = z.discriminatedUnion('engine', [
  z.object({ engine: z.literal('typed') }),
  z.object({ engine: z.literal('local') }),
  z.object({
    engine: z.literal('elevenlabs'),
    /** Good for one conversation, to be started within 15 minutes. */
    signedUrl: z.string(),
    /** Handed to the far side with the conversation, so that it can prove which interview it calls for. */
    dynamicVariables: z.record(z.string(), z.string()),
  }),
])
export type VoiceAccess = z.infer<typeof VoiceAccess>
