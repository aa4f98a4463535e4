'use client'

import { useRouter } from 'next/navigation'
import { useRef, useState } from 'react'
import { DOCUMENT_ERRORS, type DocumentErrorCode, isWarning } from '#lib/onboarding/document-errors-model.ts'
import type {
  DocumentKind,
  DocumentSide,
  DocumentType,
  SentFile,
  UnfinishedUpload,
} from '#lib/onboarding/document-model.ts'
import { EMPTY_SIDE, type SideState, type Sides, sideOf } from './choose-file.ts'
import { type Sent, sendFile } from './send-file.ts'

/** The side on its way and how much of it has gone, 0 to 1. */
export type Sending = { side: DocumentSide; share: number } | null

/** What the upload begins with: a key from newRequestKey(), or what another visit left half done. */
export type UploadStart = {
  /** Whose document it is among the people of a company; left out for the contractor's own. */
  stripePersonId?: string
  requestKey: string
  unfinished: UnfinishedUpload | null
  sentFiles: SentFile[]
}

/** After these the server has forgotten the whole submission, or holds another one under its key. */
const OVER = new Set(['document_refused', 'other_file_same_key'])

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `req_${[...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')}`
}

function unsent(sides: Sides): Sides {
  const fresh = (one: SideState) => ({
    ...one,
    sent: false,
    // Whether a file may be given twice depends on what it is given as.
    problem: one.problem === 'same_file_again' ? null : one.problem,
  })
  return Object.fromEntries(Object.entries(sides).map(([side, one]) => [side, fresh(one)]))
}

function begun(unfinished: UnfinishedUpload | null): Sides {
  return Object.fromEntries((unfinished?.sent ?? []).map(side => [side, { ...EMPTY_SIDE, sent: true }]))
}

function knownCode(code: string | null): DocumentErrorCode | null {
  return code !== null && Object.hasOwn(DOCUMENT_ERRORS, code) ? (code as DocumentErrorCode) : null
}

/** What the server said of a side. What may simply be sent again stands against nothing, and is only shown. */
function afterSending(sent: Sent): Partial<SideState> {
  if (sent.ok) return { sent: true, problem: null, said: null }
  return {
    sent: false,
    said: sent.message,
    problem: sent.retry ? null : (knownCode(sent.code) ?? 'document_refused'),
  }
}

/** Whether the side is there, or could be sent as it is. */
function isUsable(state: SideState | undefined): boolean {
  if (!state) return false
  if (state.sent) return true
  return state.file !== null && (!state.problem || (state.anyway && isWarning(state.problem)))
}

/** Where a side goes: what it is stands in the address, its body is the file. */
function addressOf(parts: Record<string, string | undefined>, anyway: boolean): string {
  const given = Object.entries({ ...parts, anyway: anyway ? 'yes' : undefined })
  const query = given.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
  return `/api/onboarding/documents?${new URLSearchParams(query)}`
}

/**
 * The upload of one document, side by side, under one request key: what the server has is not sent again, and choosing
 * another file for a side that was sent begins a new upload.
 */
export function useDocumentUpload(kind: DocumentKind, start: UploadStart) {
  const router = useRouter()
  const [sides, setSides] = useState<Sides>(() => begun(start.unfinished))
  const [sending, setSending] = useState<Sending>(null)
  // What is true now, for what goes on after it waited: for a look at a large photo, or for the upload of the other side.
  const current = useRef({
    sides,
    requestKey: start.unfinished?.requestKey ?? start.requestKey,
    look: Promise.resolve(),
  })

  function show(next: Sides) {
    current.current.sides = next
    setSides(next)
  }

  function patch(side: DocumentSide, change: Partial<SideState>) {
    const now = current.current.sides
    show({ ...now, [side]: { ...(now[side] ?? EMPTY_SIDE), ...change } })
  }

  function startAgain() {
    current.current.requestKey = newKey()
    show(unsent(current.current.sides))
  }

  async function look(type: DocumentType, side: DocumentSide, file: File | null) {
    const other = current.current.sides[side === 'front' ? 'back' : 'front']
    const seen = await sideOf(file, { kind, type, sentFiles: start.sentFiles }, other)
    // Another file may have been chosen meanwhile.
    if (current.current.sides[side]?.file === file) patch(side, seen)
  }

  function choose(type: DocumentType, side: DocumentSide, file: File | null) {
    if (current.current.sides[side]?.sent) startAgain()
    patch(side, { ...EMPTY_SIDE, file, looking: file !== null })
    current.current.look = current.current.look.then(() => look(type, side, file))
  }

  async function sendSide(type: DocumentType, side: DocumentSide, state: SideState): Promise<boolean> {
    if (!state.file) return false
    const { requestKey } = current.current
    const { stripePersonId } = start
    const address = addressOf({ requestKey, kind, type, side, stripePersonId }, state.anyway)
    setSending({ side, share: 0 })
    const sent = await sendFile(address, state.file, share => setSending({ side, share }))
    setSending(null)
    if (!sent.ok && sent.code && OVER.has(sent.code)) startAgain()
    patch(side, afterSending(sent))
    return sent.ok
  }

  /** Sends what is not there yet; resolves to the side that stands in the way, or null when all is sent. */
  async function send(type: DocumentType, wanted: readonly DocumentSide[]): Promise<DocumentSide | null> {
    await current.current.look
    const now = () => current.current.sides
    const unusable = wanted.find(side => !isUsable(now()[side]))
    if (unusable) {
      if (!now()[unusable]?.file) patch(unusable, { said: 'uploads.chooseFile' })
      return unusable
    }
    for (const side of wanted) {
      const state = now()[side] ?? EMPTY_SIDE
      if (!state.sent && !(await sendSide(type, side, state))) return side
    }
    router.refresh()
    return null
  }

  return { sides, sending, choose, send, startAgain, patch }
}
