import type { AgentBody } from './agent-body.ts'
import type { Call } from './call.ts'
import type { Running } from './create-running.ts'
import type { WebhookEvent } from './send-webhook.ts'
import { sendWebhook } from './send-webhook.ts'

/** Sends the webhooks that the agent's body asks for, one after the other. */
export async function announceEnd(running: Running, call: Call, agent: AgentBody): Promise<void> {
  const { space, delivered, delivery, now } = running
  const { webhooks } = agent.platform_settings.workspace_overrides
  const target = space.webhooks.get(webhooks?.post_call_webhook_id ?? '')
  const data = space.conversation(call.id)
  if (!target || !webhooks || !data) return
  const events: WebhookEvent[] = []
  if (webhooks.events.includes('transcript')) events.push({ type: 'post_call_transcription', data })
  const full_audio = space.recording(call.id)?.toString('base64')
  if (webhooks.events.includes('audio') && full_audio) {
    const about = { agent_id: call.agentId, conversation_id: call.id }
    events.push({ type: 'post_call_audio', data: { ...about, full_audio } })
  }
  for (const event of events) delivered.push(...(await sendWebhook(target, event, delivery, now)))
}
