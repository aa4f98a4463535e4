import type { Evidence, EvidenceFacts } from '#lib/disputes/evidence-model.ts'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import { formatMoney } from '#lib/money.ts'

/** Of a long conversation the last words are told: they are about what was delivered. */
const STORY_CHARS_MAX = 15_000

/** What a bank understands of an order's history. */
const STEPS: Record<string, MessageKey> = {
  hold: 'evidence.step_hold',
  hold_renewed: 'evidence.step_hold_renewed',
  deliver: 'evidence.step_deliver',
  request_changes: 'evidence.step_request_changes',
  take_back: 'evidence.step_take_back',
  approve: 'evidence.step_approve',
  capture: 'evidence.step_capture',
}

const moment = (at: Date) => `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`
const day = (at: Date) => at.toISOString().slice(0, 10)

/** Steps and messages in their order, as one text. */
function storyOf({ steps, messages }: EvidenceFacts, t: Words): string {
  const done = steps.flatMap(({ at, kind, byItself, note }) => {
    const key = Object.hasOwn(STEPS, kind) ? STEPS[kind] : undefined
    if (!key) return []
    const text = t.say(kind === 'approve' && byItself ? 'evidence.step_by_silence' : key)
    return [{ at, text: note ? `${text} “${note}”` : text }]
  })
  const said = messages.map(({ at, role: who, text, fileNames }) => {
    const line = t('evidence.draftMessage', { who, text })
    const names = fileNames.join(', ')
    return { at, text: names ? `${line} ${t('evidence.draftFiles', { names })}` : line }
  })
  const lines = [...done, ...said].sort((a, b) => a.at.getTime() - b.at.getTime())
  const story = lines.map(({ at, text }) => `${moment(at)}  ${text}`).join('\n')
  return story.length > STORY_CHARS_MAX ? `…${story.slice(-STORY_CHARS_MAX)}` : story
}

/** Evidence as far as it follows from the order, in the language of `t`: banks are best written to in English. */
export function draftEvidence(facts: EvidenceFacts, t: Words): Evidence {
  const { title, description, contractorName: contractor } = facts
  const price = formatMoney(facts.price, t.locale)
  const ordered = t('evidence.draftProduct', { contractor, price, day: day(facts.orderedAt), title })
  return {
    productDescription: `${ordered}\n\n${description}`,
    customerName: facts.employerName,
    customerEmail: facts.employerEmail,
    customerIp: facts.ip,
    serviceDate: facts.deliveredAt ? day(facts.deliveredAt) : '',
    refundPolicy: t('evidence.draftPolicy'),
    story: storyOf(facts, t),
  }
}
