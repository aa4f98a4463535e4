import { Moment } from '#components/orders/moment.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { SessionView } from '#lib/users/session-model.ts'
import { useWords } from '#words'

type Props = { sessions: SessionView[]; endSession: FormAction; endOtherSessions: FormAction }

/** Every device that is signed in, each of which but this one can be signed out; and all of those together. */
export function SessionList({ sessions, endSession, endOtherSessions }: Props) {
  const t = useWords()
  return (
    <div className="grid gap-5">
      <ul aria-label={t('people.devicesThatAreSignedIn')} className="grid divide-y">
        {sessions.map(session => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="grid min-w-0 gap-0.5 text-sm">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {t.say(session.device)}
                {session.isThis ? <Badge tone="success">{t('people.thisDevice')}</Badge> : null}
              </p>
              <p className="wrap-anywhere text-muted-foreground">
                {t.rich('people.valueSignedInMomentLast', {
                  ip: session.ip || t('people.addressUnknown'),
                  signedIn: <Moment at={session.createdAt} />,
                  lastUsed: <Moment at={session.lastSeenAt} />,
                })}
              </p>
            </div>
            {session.isThis ? null : (
              <ActionForm action={endSession} hidden={{ sessionId: session.id }}>
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  aria-label={t('people.signOutDeviceIp', { device: t.say(session.device), ip: session.ip })}
                >
                  {t('people.signOut')}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ActionForm action={endOtherSessions}>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('people.signOutEveryOtherDevice')}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  )
}
