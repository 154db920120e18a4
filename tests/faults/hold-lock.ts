import { takeLock } from '#backend/storage/library-lock.ts';

/** Holds the lock of the library named by its argument until it is killed. */
const lock = takeLock(process.argv[2] ?? '');
process.stdout.write(lock.ok ? 'held\n' : `${lock.error.code}\n`);
setInterval(() => undefined, 1000);
