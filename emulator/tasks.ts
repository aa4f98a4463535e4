import type { Task } from './core/tasks.ts'

/** Everything that can fall due, by the name under which it is scheduled. */
export const TASKS: Record<string, Task> = {}
