import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** What a door that was killed leaves to the next: with the same port and secret, windows that are still open go on and send what they hold. */
export const DoorMemory = z.object({ port: z.number().int().min(1).max(65_535), sessionSecret: z.string().min(40) });
export type DoorMemory = z.infer<typeof DoorMemory>;

const pathOf = (library: string): string => join(library, 'door.json');

/** Null after a proper close, or when nothing sound is there. */
export function recallDoor(library: string): DoorMemory | null {
  try {
    return DoorMemory.parse(JSON.parse(readFileSync(pathOf(library), 'utf8')));
  } catch (problem) {
    const isAbsent = problem instanceof Error && 'code' in problem && problem.code === 'ENOENT';
    if (isAbsent || problem instanceof SyntaxError || problem instanceof z.ZodError) return null;
    throw problem;
  }
}

/** Readable by its owner alone. Only whoever holds the library's lock may call this. */
export function rememberDoor(library: string, memory: DoorMemory): void {
  forgetDoor(library);
  writeFileSync(pathOf(library), JSON.stringify(memory), { mode: 0o600, flag: 'wx' });
}

export const forgetDoor = (library: string): void => rmSync(pathOf(library), { force: true });
