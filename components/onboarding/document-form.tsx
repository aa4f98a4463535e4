'use client'

import { type FormEvent, useId, useState } from 'react'
import { Button } from '#components/ui/button.tsx'
import {
  type DocumentKind,
  type DocumentSide,
  type DocumentType,
  sidesOf,
} from '#lib/onboarding/document-model.ts'
import { useWords } from '#words'
import { FileField, type ShownSide } from './file-field.tsx'
import { type UploadStart, useDocumentUpload } from './use-document-upload.ts'

export type DocumentChoice = { type: DocumentType; label: string; hint: string }

type Props = {
  kind: DocumentKind
  start: UploadStart
  legend: string
  choices: [DocumentChoice, ...DocumentChoice[]]
}

const ACCEPT = {
  identity: 'image/jpeg,image/png',
  additional: 'image/jpeg,image/png,application/pdf',
  company: 'image/jpeg,image/png,application/pdf',
} as const

function shownSide(type: DocumentType, side: DocumentSide): ShownSide {
  if (type === 'passport') return 'page'
  return type === 'proof_of_address' || type === 'company_document' ? 'document' : side
}

function TypeChoice({
  choice,
  name,
  checked,
  onChange,
}: {
  choice: DocumentChoice
  name: string
  checked: boolean
  onChange: () => void
}) {
  return (
    <label className="flex items-start gap-3 rounded-lg border border-control/50 bg-card p-3.5 transition-colors hover:bg-muted/60 has-checked:border-primary has-checked:bg-primary-soft has-checked:ring-1 has-checked:ring-primary">
      <input
        type="radio"
        name={name}
        checked={checked}
        onChange={onChange}
        className="mt-0.5 size-4.5 shrink-0 accent-primary"
      />
      <span className="grid gap-0.5 text-sm">
        <span className="font-medium">{choice.label}</span>
        <span className="max-w-prose text-muted-foreground">{choice.hint}</span>
      </span>
    </label>
  )
}

/** Choose what the document is, choose its photos, send them. Needs JavaScript, for the progress of the upload. */
export function DocumentForm({ kind, start, legend, choices }: Props) {
  const t = useWords()
  const id = useId()
  const [type, setType] = useState<DocumentType>(start.unfinished?.type ?? choices[0].type)
  const { sides, sending, choose, send, startAgain, patch } = useDocumentUpload(kind, start)
  const wanted = sidesOf(kind, type)

  function pickType(next: DocumentType) {
    setType(next)
    startAgain()
  }

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    if (sending) return
    const obstacle = await send(type, wanted)
    if (obstacle) document.getElementById(`${id}-${obstacle}`)?.focus()
  }

  return (
    <form onSubmit={submit} noValidate aria-busy={sending !== null} className="needs-script grid gap-5">
      <fieldset className="grid gap-2.5" disabled={sending !== null}>
        <legend className="mb-2 font-medium text-sm">{legend}</legend>
        {choices.map(choice => (
          <TypeChoice
            key={choice.type}
            choice={choice}
            name={`${id}-type`}
            checked={choice.type === type}
            onChange={() => pickType(choice.type)}
          />
        ))}
      </fieldset>
      {wanted.map(side => (
        <FileField
          key={side}
          id={`${id}-${side}`}
          side={shownSide(type, side)}
          hint={t(kind === 'identity' ? 'uploads.hintPhoto' : 'uploads.hintPhotoOrPdf')}
          accept={ACCEPT[kind]}
          state={sides[side]}
          share={sending?.side === side ? sending.share : null}
          disabled={sending !== null}
          onChoose={file => choose(type, side, file)}
          onSendAnyway={anyway => patch(side, { anyway })}
        />
      ))}
      <p role="status" className="sr-only">
        {sending && t('uploads.sendingSide', { side: t(`uploads.side_${shownSide(type, sending.side)}`) })}
      </p>
      <Button type="submit" className="justify-self-start" aria-disabled={sending !== null || undefined}>
        {t(sending ? 'uploads.sending' : 'uploads.sendToStripe')}
      </Button>
    </form>
  )
}
