const { E2E_PORT = '3210' } = process.env

/** Where the world of a worker is served; workers are counted from 0. */
export const portOfWorker = (worker: number): number => Number(E2E_PORT) + worker

export const addressOfWorker = (worker: number): string => `http://127.0.0.1:${portOfWorker(worker)}`
