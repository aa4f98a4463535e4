import { ActionForm } from '#components/ui/action-form.tsx'
import { LinkButton } from '#components/ui/button.tsx'
import { Dialog } from '#components/ui/dialog.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import { formatMoney } from '#lib/money.ts'
import { nextMilestone, type ProjectView } from '#lib/projects/model.ts'

type Props = { project: ProjectView; isEmployer: boolean; endAction: FormAction }

/** What can be done with a project as a whole: begin what comes next, or give up what has not begun. */
export function ProjectActions({ project, isEmployer, endAction }: Props) {
  const next = nextMilestone(project)
  if (!next) return null
  return (
    <div className="flex flex-wrap gap-3">
      {isEmployer ? (
        <LinkButton href={`/orders/${next.id}/checkout`}>
          Start milestone {next.milestone}: hold {formatMoney(next)}
        </LinkButton>
      ) : null}
      <Dialog
        trigger="End the project…"
        variant="ghost"
        title="End the project?"
        description="Milestones that have not begun are canceled: nobody pays anything for them. What is held or paid stays as it is."
      >
        <ActionForm action={endAction} hidden={{ projectId: project.id }}>
          <SubmitButton variant="destructive" pending="Canceling…">
            Cancel what has not begun
          </SubmitButton>
        </ActionForm>
      </Dialog>
    </div>
  )
}
