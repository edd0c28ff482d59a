/**
 * How PostgreSQL runs: for one group's dashboard on two cores, durable first. Given on the command line at each start,
 * so that a newer Saydo changes them without touching the data folder.
 */
export const serverSettings = (socketFolder: string) =>
  Object.entries({
    // Reachable through the private folder and nowhere else.
    listen_addresses: '',
    unix_socket_directories: socketFolder,
    unix_socket_permissions: '0700',
    max_connections: 100,
    // An acknowledged write is on the disk.
    fsync: 'on',
    synchronous_commit: 'on',
    full_page_writes: 'on',
    // Nobody replicates from here: less to write.
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '1GB',
    shared_buffers: '256MB',
    effective_cache_size: '1GB',
    work_mem: '8MB',
    maintenance_work_mem: '64MB',
    random_page_cost: 1.1,
    // Short queries on two cores: compiling or splitting them costs more than it saves.
    jit: 'off',
    max_parallel_workers_per_gather: 0,
    io_method: 'sync',
    timezone: 'UTC',
    log_timezone: 'UTC',
    // Refused statements are told to whoever sent them, and stay out of the log: it would grow, and hold what people wrote.
    log_min_messages: 'log',
    log_min_error_statement: 'panic',
    log_checkpoints: 'off',
    cluster_name: 'saydo',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`])

/** The environment of PostgreSQL's programs: nothing of ours, and the same everywhere. (Next's types ask for NODE_ENV.) */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
  NODE_ENV: process.env.NODE_ENV,
})
