/** Writes one line for the operator. Never given story text or the token. */
export const writeLog = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
