import { config } from 'zod';

// The page's policy lets nobody make code out of text; zod would try, fall back, and be reported. Must stand before any schema is made.
config({ jitless: true });
