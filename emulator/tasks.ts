import { VERIFICATION_TASKS } from './accounts/verify.ts'
import type { Task } from './core/tasks.ts'

/** Everything that can fall due, by the name under which it is scheduled. */
export const TASKS: Record<string, Task> = { ...VERIFICATION_TASKS }
