import { ActionForm } from '#components/ui/action-form.tsx'
import { Badge } from '#components/ui/badge.tsx'
import { SelectField } from '#components/ui/form-fields.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { ADMIN_ROLE_WORDS, ADMIN_ROLES, type TeamMember } from '#lib/users/model.ts'
import { useWords } from '#words'

/** The admins, each with what they may do and, but for oneself, the form to change it. */
export function TeamList({ team, self, action }: { team: TeamMember[]; self: string; action: FormAction }) {
  const t = useWords()
  const roles = ADMIN_ROLES.map(value => ({ value, label: t(ADMIN_ROLE_WORDS[value].label) }))
  return (
    <ul aria-label={t('console.admins')} className="grid divide-y">
      {team.map(member => (
        <li
          key={member.userId}
          className="grid gap-3 py-5 first:pt-0 last:pb-0 sm:grid-cols-[minmax(0,1fr)_auto] sm:items-center"
        >
          <div className="grid gap-1">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium">
              {member.displayName}
              <Badge tone="info">{t(ADMIN_ROLE_WORDS[member.adminRole].label)}</Badge>
              {member.isSuspended ? <Badge tone="destructive">{t('console.suspended')}</Badge> : null}
            </p>
            <p className="break-all text-muted-foreground text-sm">{member.email}</p>
            <p className="text-muted-foreground text-sm">{t(ADMIN_ROLE_WORDS[member.adminRole].about)}</p>
          </div>
          {member.userId === self ? (
            <p className="text-muted-foreground text-sm">{t('console.you')}</p>
          ) : (
            <ActionForm action={action} hidden={{ userId: member.userId }} className="gap-2">
              <div className="flex flex-wrap items-end gap-2">
                <SelectField
                  name="adminRole"
                  label={t('console.roleOf', { name: member.displayName })}
                  options={roles}
                  defaultValue={member.adminRole}
                />
                <SubmitButton variant="secondary" pending={t('console.changing')}>
                  {t('console.change')}
                </SubmitButton>
              </div>
            </ActionForm>
          )}
        </li>
      ))}
    </ul>
  )
}
