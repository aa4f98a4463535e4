import { Moment } from '#components/orders/moment.tsx'
import { DescriptionItem, DescriptionList } from '#components/ui/description-list.tsx'
import type { MessageKey } from '#lib/i18n/messages.ts'
import type { Words } from '#lib/i18n/words.ts'
import {
  DOCUMENT_TYPES,
  type DocumentKind,
  type DocumentSide,
  type DocumentType,
} from '#lib/onboarding/document-model.ts'
import { type ToDo, type ToDoItem, thingAlone } from '#lib/onboarding/model.ts'
import { useWords } from '#words'
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

const KINDS = {
  identity: 'contractors.identity',
  additional: 'contractors.additional',
  company: 'contractors.company',
} as const satisfies Record<DocumentKind, MessageKey>

const KINDS_SHOWN = Object.keys(KINDS) as DocumentKind[]

/** What Stripe says of a contractor, in words. Documents are only named: nobody here can open one. */
export function Verification({ stripeAccountId, onboarding, documents }: Props) {
  const t = useWords()
  if (!onboarding) return <p className="text-muted-foreground">{t(standingWords(null).meaning)}</p>
  const { toDo } = onboarding
  return (
    <div className="grid gap-4">
      <p>{onboarding.blocked ? t.say(onboarding.blocked) : t(standingWords(onboarding.standing).meaning)}</p>
      <Needs title={t('contractors.overdue')} needs={needsOf(t, toDo.overdue)} />
      <Needs title={t('contractors.needed')} needs={needsOf(t, toDo.now)} />
      <Needs title={t('contractors.checking')} needs={toDo.checking.map(thing => thingAlone(t, thing))} />
      <Needs title={t('contractors.announced')} needs={needsOf(t, toDo.announced)} />
      <Needs title={t('contractors.later')} needs={needsOf(t, toDo.later)} />
      <DescriptionList>
        <DescriptionItem term={t('contractors.charged')}>
          {t(onboarding.chargesEnabled ? 'contractors.yes' : 'contractors.no')}
        </DescriptionItem>
        <DescriptionItem term={t('contractors.paidOut')}>
          {t(onboarding.payoutsEnabled ? 'contractors.yes' : 'contractors.no')}
        </DescriptionItem>
        <DescriptionItem term={t('contractors.bankAccount')}>
          {onboarding.bank ? `${onboarding.bank.name} •••• ${onboarding.bank.last4}` : t('contractors.none')}
        </DescriptionItem>
        {KINDS_SHOWN.filter(kind => kind !== 'company' || documents.some(given => given.kind === kind)).map(
          kind => (
            <DescriptionItem key={kind} term={t(KINDS[kind])}>
              <Given documents={documents.filter(document => document.kind === kind)} />
            </DescriptionItem>
          ),
        )}
        <DescriptionItem term={t('contractors.stripeAccount')}>
          <code className="break-all font-mono text-xs">{stripeAccountId ?? t('contractors.notOpen')}</code>
        </DescriptionItem>
        {onboarding.syncedAt ? (
          <DescriptionItem term={t('contractors.asStripeSaid')}>
            <Moment at={onboarding.syncedAt} />
          </DescriptionItem>
        ) : null}
      </DescriptionList>
    </div>
  )
}

/** What is needed, and why Stripe refused what it was given. */
function needsOf(t: Words, items: ToDoItem[]): string[] {
  return items.map(({ need, problems }) =>
    [need, ...problems.map(({ problem }) => problem)].map(t.say).join(' '),
  )
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
  const t = useWords()
  if (documents.length === 0) return t('contractors.notGiven')
  return (
    <ul>
      {documents.map(({ type, side, givenAt }) => (
        <li key={`${side} ${givenAt.toISOString()}`}>
          {t.rich('contractors.given', {
            document: t(DOCUMENT_TYPES[type].name),
            side,
            at: <Moment at={givenAt} style="day" />,
          })}
        </li>
      ))}
    </ul>
  )
}
