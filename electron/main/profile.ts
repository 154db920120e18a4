import { createHash } from 'node:crypto';
import { join } from 'node:path';

/** Where the windows keep their profile: one for each library, since one application runs for each. The usual library has the usual place. */
export const profileFolder = (userData: string, library: string, usual: string): string =>
  library === usual ? userData : join(userData, 'libraries', createHash('sha256').update(library).digest('hex').slice(0, 16));
