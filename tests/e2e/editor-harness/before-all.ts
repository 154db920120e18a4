import { config } from 'zod';

// Compiling schemas needs `new Function`, which the pages' policy forbids.
config({ jitless: true });
