import type { ErrorWords } from './error-words.ts'
import { errorWords } from './error-words.ts'
import type { AccountRequirements, StepId, Stop, ToDo, ToDoItem } from './model.ts'
import { type RequirementPlace, requirementSubject, requirementWords } from './requirement-words.ts'

const STEP_OF: Partial<Record<RequirementPlace, StepId>> = {
  terms: 'terms',
  details: 'details',
  company: 'company',
  people: 'people',
  bank: 'bank',
  identity: 'identity',
  additional: 'additional',
}

function problemsOf(requirements: AccountRequirements, requirement: string): ErrorWords[] {
  return requirements.errors
    .filter(error => error.requirement === requirement)
    .map(({ code }) => errorWords(code))
}

/** One line for each thing that is needed, however many of Stripe's names it has: a birthday has three. */
function itemsOf(names: string[], requirements: AccountRequirements): ToDoItem[] {
  const items = new Map<string, ToDoItem>()
  for (const name of names) {
    const { need, thing, action, place } = requirementWords(name)
    const problems = problemsOf(requirements, name)
    const known = items.get(need)
    if (known) known.problems.push(...problems)
    else items.set(need, { need, thing, action, step: STEP_OF[place] ?? null, problems })
  }
  return [...items.values()]
}

/**
 * What stops when something is not given in time. Stripe switches off what the missing thing is needed for: without a bank
 * account nothing can be paid out; without knowing who somebody is, Stripe takes no money for them either.
 */
function stopsOf(names: string[]): Stop[] {
  const isBankOnly = names.every(name => requirementWords(name).place === 'bank')
  return isBankOnly ? ['payouts'] : ['orders', 'payouts']
}

function without(names: string[], others: string[]): string[] {
  return names.filter(name => !others.includes(name))
}

const day = (seconds: number | null) => (seconds === null ? null : new Date(seconds * 1000))

/**
 * Stripe's requirements as a list of things to do. For Stripe everything is overdue from the first day of an account; a person
 * is late only with what comes to be missing once the account `wasEnabled`.
 */
export function toDoOf(requirements: AccountRequirements, wasEnabled: boolean): ToDo {
  const { pastDue, currentlyDue, eventuallyDue, future, errors } = requirements
  const overdue = wasEnabled ? pastDue : []
  const refused = errors.map(error => error.requirement)
  const due = without([...new Set([...pastDue, ...currentlyDue, ...refused])], overdue)
  const announced = without(future.currentlyDue, [...pastDue, ...currentlyDue])
  const later = without(eventuallyDue, [...pastDue, ...currentlyDue, ...announced])
  return {
    overdue: itemsOf(overdue, requirements),
    overdueStops: stopsOf(overdue),
    now: itemsOf(due, requirements),
    deadlineAt: due.length > 0 ? day(requirements.deadlineAt) : null,
    nowStops: stopsOf(due),
    checking: [...new Set(requirements.pendingVerification.map(requirementSubject))],
    announced: itemsOf(announced, requirements),
    announcedAt: announced.length > 0 ? day(future.deadlineAt) : null,
    announcedStops: stopsOf(announced),
    later: itemsOf(later, requirements),
  }
}
