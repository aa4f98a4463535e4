import { Moment } from '#components/orders/moment.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { Words } from '#lib/i18n/words.ts'
import type { Device, SessionView } from '#lib/users/session-model.ts'
import { useWords } from '#words'

function deviceWords(t: Words, { browser, system }: Device): string {
  if (browser && system) return t('ownAccount.browserOn', { browser, system })
  return browser ?? (system ? t('ownAccount.aBrowserOn', { system }) : t('ownAccount.unknownDevice'))
}

type Props = { sessions: SessionView[]; endSession: FormAction; endOtherSessions: FormAction }

/** Every device that is signed in, each of which but this one can be signed out; and all of those together. */
export function SessionList({ sessions, endSession, endOtherSessions }: Props) {
  const t = useWords()
  return (
    <div className="grid gap-5">
      <ul aria-label={t('ownAccount.devices')} className="grid divide-y">
        {sessions.map(session => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="grid min-w-0 gap-0.5 text-sm">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {deviceWords(t, session.device)}
                {session.isThis ? <Badge tone="success">{t('ownAccount.thisDevice')}</Badge> : null}
              </p>
              <p className="wrap-anywhere text-muted-foreground">
                {t.rich('ownAccount.sessionTimes', {
                  ip: session.ip || t('ownAccount.addressUnknown'),
                  begun: <Moment at={session.createdAt} />,
                  used: <Moment at={session.lastSeenAt} />,
                })}
              </p>
            </div>
            {session.isThis ? null : (
              <ActionForm action={endSession} hidden={{ sessionId: session.id }}>
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  aria-label={t('ownAccount.signOutDevice', {
                    device: deviceWords(t, session.device),
                    ip: session.ip,
                  })}
                >
                  {t('ownAccount.signOut')}
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ActionForm action={endOtherSessions}>
          <SubmitButton variant="secondary" className="justify-self-start">
            {t('ownAccount.signOutOthers')}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  )
}
