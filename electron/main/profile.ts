import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where the windows keep their profile: one for each library, since one application runs for each; never beside the library's own files. */
export const profileFolder = (userData: string, library: string, usual: string): string =>
  library === usual ? join(userData, 'window') : join(userData, 'windows', createHash('sha256').update(library).digest('hex').slice(0, 16));
