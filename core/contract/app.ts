import { z } from 'zod';
import { push, read } from './define.ts';

export const appContract = {
  hello: read(z.object({}), z.object({ version: z.string(), library: z.string(), door: z.enum(['browser', 'desktop', 'command-line']), windowId: z.string() })),
  /** Terms of everything that is not ours in what was built. */
  notices: read(z.object({}), z.object({ text: z.string() })),
  /** The owner of the library is going away; whatever is unsaved must be sent now. */
  closing: push(z.object({})),
};
