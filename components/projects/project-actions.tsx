import { ActionForm } from '#components/ui/action-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import { nextMilestone, type ProjectView } from '#lib/projects/model.ts'
import { useWords } from '#words'

type Props = { project: ProjectView; isEmployer: boolean; endAction: FormAction }

/** What can be done with a project as a whole: begin what comes next, or give up what has not begun. */
export function ProjectActions({ project, isEmployer, endAction }: Props) {
  const t = useWords()
  const next = nextMilestone(project)
  if (!next) return null
  return (
    <div className="flex flex-wrap gap-3">
      {isEmployer ? (
        <LinkButton href={`/orders/${next.id}/checkout`}>
          {t('work.startMilestoneMilestoneHoldAmount', {
            milestone: next.milestone,
            amount: formatMoney(next, t.locale),
          })}
        </LinkButton>
      ) : null}
      <Dialog
        trigger={t('work.endTheProject')}
        variant="ghost"
        title={t('work.endTheProject2')}
        description={t('work.milestonesThatHaveNotBegun')}
      >
        <ActionForm action={endAction} hidden={{ projectId: project.id }}>
          <SubmitButton variant="destructive" pending={t('work.canceling')}>
            {t('work.cancelWhatHasNotBegun')}
          </SubmitButton>
        </ActionForm>
      </Dialog>
    </div>
  )
}
