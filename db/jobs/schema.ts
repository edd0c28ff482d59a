/**
 * Where the queue keeps its own tables. A backup leaves them out, and a restore drops them: what is owed follows from the
 * rows of the groups, which say what was done.
 */
export const JOBS_SCHEMA = 'saydo_jobs'
