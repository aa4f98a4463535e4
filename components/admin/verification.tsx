import { Moment } from '#components/orders/moment.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import {
  DOCUMENT_TYPES,
  type DocumentKind,
  type DocumentSide,
  type DocumentType,
} from '#lib/onboarding/document-model.ts'
import type { ToDo, ToDoItem } from '#lib/onboarding/model.ts'
import { standingWords } from './standing-words.ts'

type Known = {
  standing: Parameters<typeof standingWords>[0]
  toDo: ToDo
  blocked: string | null
  chargesEnabled: boolean
  payoutsEnabled: boolean
  bank: { name: string; last4: string } | null
  syncedAt: Date | null
}

type Props = {
  stripeAccountId: string | null
  onboarding: Known | null
  documents: { kind: DocumentKind; type: DocumentType; side: DocumentSide; givenAt: Date }[]
}

const KINDS: Record<DocumentKind, string> = {
  identity: 'Identity document',
  additional: 'Additional document',
  company: 'Document of the company',
}

const KINDS_SHOWN = Object.keys(KINDS) as DocumentKind[]

/** What Stripe says of a contractor, in words. Documents are only named: nobody here can open one. */
export function Verification({ stripeAccountId, onboarding, documents }: Props) {
  if (!onboarding) return <p className="text-muted-foreground">{standingWords(null).meaning}</p>
  const { toDo } = onboarding
  return (
    <div className="grid gap-4">
      <p>{onboarding.blocked ?? standingWords(onboarding.standing).meaning}</p>
      <Needs title="Overdue" needs={needsOf(toDo.overdue)} />
      <Needs title="Stripe needs from them" needs={needsOf(toDo.now)} />
      <Needs title="Stripe is checking" needs={toDo.checking} />
      <Needs title="Announced by Stripe" needs={needsOf(toDo.announced)} />
      <Needs title="Later" needs={needsOf(toDo.later)} />
      <DescriptionList>
        <DescriptionItem term="Can be charged for">
          {onboarding.chargesEnabled ? 'Yes' : 'No'}
        </DescriptionItem>
        <DescriptionItem term="Can be paid out">{onboarding.payoutsEnabled ? 'Yes' : 'No'}</DescriptionItem>
        <DescriptionItem term="Bank account">
          {onboarding.bank ? `${onboarding.bank.name} •••• ${onboarding.bank.last4}` : 'None'}
        </DescriptionItem>
        {KINDS_SHOWN.filter(kind => kind !== 'company' || documents.some(given => given.kind === kind)).map(
          kind => (
            <DescriptionItem key={kind} term={KINDS[kind]}>
              <Given documents={documents.filter(document => document.kind === kind)} />
            </DescriptionItem>
          ),
        )}
        <DescriptionItem term="Stripe account">
          <code className="break-all font-mono text-xs">{stripeAccountId ?? 'Not open yet'}</code>
        </DescriptionItem>
        {onboarding.syncedAt ? (
          <DescriptionItem term="As Stripe said">
            <Moment at={onboarding.syncedAt} />
          </DescriptionItem>
        ) : null}
      </DescriptionList>
    </div>
  )
}

/** What is needed, and why Stripe refused what it was given. */
function needsOf(items: ToDoItem[]): string[] {
  return items.map(({ need, problems }) => [need, ...problems.map(({ problem }) => problem)].join(' '))
}

function Needs({ title, needs }: { title: string; needs: string[] }) {
  if (needs.length === 0) return null
  return (
    <div>
      <h3 className="font-medium">{title}</h3>
      <ul className="list-disc pl-5">
        {needs.map(need => (
          <li key={need}>{need}</li>
        ))}
      </ul>
    </div>
  )
}

function Given({ documents }: { documents: Props['documents'] }) {
  if (documents.length === 0) return 'Not given'
  return (
    <ul>
      {documents.map(({ type, side, givenAt }) => (
        <li key={`${side} ${givenAt.toISOString()}`}>
          {DOCUMENT_TYPES[type].name}, {side}: with Stripe since <Moment at={givenAt} style="day" />
        </li>
      ))}
    </ul>
  )
}
