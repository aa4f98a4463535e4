import { Moment } from '#components/orders/moment.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import type { SessionView } from '#lib/users/session-model.ts'

type Props = { sessions: SessionView[]; endSession: FormAction; endOtherSessions: FormAction }

/** Every device that is signed in, each of which but this one can be signed out; and all of those together. */
export function SessionList({ sessions, endSession, endOtherSessions }: Props) {
  return (
    <div className="grid gap-5">
      <ul aria-label="Devices that are signed in" className="grid divide-y">
        {sessions.map(session => (
          <li
            key={session.id}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2 py-3 first:pt-0 last:pb-0"
          >
            <div className="grid min-w-0 gap-0.5 text-sm">
              <p className="flex flex-wrap items-center gap-2 font-medium">
                {session.device}
                {session.isThis ? <Badge tone="success">This device</Badge> : null}
              </p>
              <p className="wrap-anywhere text-muted-foreground">
                {session.ip || 'Address unknown'}, signed in <Moment at={session.createdAt} />, last used{' '}
                <Moment at={session.lastSeenAt} />
              </p>
            </div>
            {session.isThis ? null : (
              <ActionForm action={endSession} hidden={{ sessionId: session.id }}>
                <SubmitButton
                  variant="secondary"
                  size="sm"
                  aria-label={`Sign out ${session.device}, ${session.ip}`}
                >
                  Sign out
                </SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <ActionForm action={endOtherSessions}>
          <SubmitButton variant="secondary" className="justify-self-start">
            Sign out every other device
          </SubmitButton>
        </ActionForm>
      ) : null}
    </div>
  )
}
