'use client'

import { useRouter } from 'next/navigation'
import { useState } from 'react'
import {
  DOCUMENT_ERRORS,
  type DocumentKind,
  type DocumentSide,
  type DocumentType,
} from '#lib/onboarding/model.ts'
import { lookAtFile } from './file-look.ts'
import { type Sent, sendFile } from './send-file.ts'

/** One side of the document. `usable`: nothing is known against the file; `sent`: the server has it. */
export type SideState = { file: File | null; problem: string | null; usable: boolean; sent: boolean }

type Sides = Partial<Record<DocumentSide, SideState>>

/** The side on its way and how much of it has gone, 0 to 1. */
export type Sending = { side: DocumentSide; share: number } | null

const EMPTY: SideState = { file: null, problem: null, usable: false, sent: false }

/** After these the server has forgotten the whole submission, or holds another one under its key. */
const OVER = new Set(['document_refused', 'other_file_same_key'])

function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return `req_${[...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')}`
}

function unsent(sides: Sides): Sides {
  return Object.fromEntries(Object.entries(sides).map(([side, one]) => [side, { ...one, sent: false }]))
}

function afterSending(sent: Sent): Partial<SideState> {
  if (sent.ok) return { sent: true, problem: null }
  return { sent: false, problem: sent.message, usable: sent.retry }
}

/**
 * The upload of one document, side by side, under one request key: what the server has is not sent again, and choosing
 * another file for a side that was sent begins a new upload.
 */
export function useDocumentUpload(kind: DocumentKind, firstKey: string) {
  const router = useRouter()
  const [requestKey, setRequestKey] = useState(firstKey)
  const [sides, setSides] = useState<Sides>({})
  const [sending, setSending] = useState<Sending>(null)

  function patch(side: DocumentSide, change: Partial<SideState>) {
    setSides(now => ({ ...now, [side]: { ...(now[side] ?? EMPTY), ...change } }))
  }

  function startAgain() {
    setRequestKey(newKey())
    setSides(unsent)
  }

  async function choose(side: DocumentSide, file: File | null) {
    if (sides[side]?.sent) startAgain()
    const problem = file ? await lookAtFile(file, kind) : null
    const words = problem ? DOCUMENT_ERRORS[problem].message : null
    patch(side, { file, problem: words, usable: file !== null && !problem, sent: false })
  }

  async function sendSide(type: DocumentType, side: DocumentSide, file: File): Promise<boolean> {
    const query = new URLSearchParams({ requestKey, kind, type, side })
    setSending({ side, share: 0 })
    const sent = await sendFile(`/api/onboarding/documents?${query}`, file, share =>
      setSending({ side, share }),
    )
    setSending(null)
    if (!sent.ok && sent.code && OVER.has(sent.code)) startAgain()
    patch(side, afterSending(sent))
    return sent.ok
  }

  /** Sends what is not there yet; resolves to the side that stands in the way, or null when all is sent. */
  async function send(type: DocumentType, wanted: readonly DocumentSide[]): Promise<DocumentSide | null> {
    const unusable = wanted.find(side => !sides[side]?.usable)
    if (unusable) {
      if (!sides[unusable]?.file) patch(unusable, { problem: 'Choose a file first.' })
      return unusable
    }
    for (const side of wanted) {
      const { file, sent } = sides[side] ?? EMPTY
      if (file && !sent && !(await sendSide(type, side, file))) return side
    }
    router.refresh()
    return null
  }

  return { sides, sending, choose, send, startAgain }
}
