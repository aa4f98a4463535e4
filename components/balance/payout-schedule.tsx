import { RefreshWhilePending } from '#components/orders/refresh-while-pending.tsx'
import { ActionForm } from '#components/ui/action-form.tsx'
import { SelectField } from '#components/ui/form-fields.tsx'
import { RadioGroupField } from '#components/ui/radio-group-field.tsx'
import { SubmitButton } from '#components/ui/submit-button.tsx'
import type { FormAction } from '#lib/action-state.ts'
import {
  INTERVAL_WORDS,
  INTERVALS,
  monthDayWords,
  type ScheduleView,
  scheduleWords,
  WEEKDAYS,
  weekdayWords,
} from '#lib/payout-schedules/model.ts'

type Props = { schedule: ScheduleView; action: FormAction }

const CHOICES = INTERVALS.map(value => ({ value, ...INTERVAL_WORDS[value] }))
const WEEKDAY_OPTIONS = WEEKDAYS.map(value => ({ value, label: weekdayWords(value) }))
const MONTH_DAY_OPTIONS = Array.from({ length: 31 }, (_, index) => ({
  value: String(index + 1),
  label: monthDayWords(index + 1),
}))

function Standing({ schedule }: { schedule: ScheduleView }) {
  const words = scheduleWords(schedule)
  return (
    <p className="text-sm">
      {words
        ? `Stripe sends all that is available to your bank account ${words}.`
        : 'Nothing leaves your balance by itself: you pay it out above, whenever you like.'}
    </p>
  )
}

/** When a balance is paid out by itself, and the form to change it. The two days show with the choice that needs them. */
export function PayoutSchedule({ schedule, action }: Props) {
  if (schedule.isChanging) {
    return (
      <p role="status" className="text-sm">
        Stripe has not answered to your choice yet. This page follows by itself.
        <RefreshWhilePending />
      </p>
    )
  }
  return (
    <div className="grid gap-5">
      <Standing schedule={schedule} />
      <ActionForm action={action} className="group">
        <RadioGroupField
          name="interval"
          legend="When you are paid out"
          choices={CHOICES}
          beside
          defaultValue={schedule.interval}
        />
        <SelectField
          name="weekday"
          label="Day of the week"
          options={WEEKDAY_OPTIONS}
          defaultValue={schedule.weekday ?? 'monday'}
          className="hidden max-w-sm group-has-[[value=weekly]:checked]:grid"
        />
        <SelectField
          name="monthDay"
          label="Day of the month"
          options={MONTH_DAY_OPTIONS}
          defaultValue={String(schedule.monthDay ?? 1)}
          className="hidden max-w-sm group-has-[[value=monthly]:checked]:grid"
        />
        <SubmitButton variant="secondary" className="justify-self-start" pending="Saving…">
          Save the schedule
        </SubmitButton>
      </ActionForm>
    </div>
  )
}
