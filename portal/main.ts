import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parsePortalArguments, usage } from '#portal/arguments.ts';
import { defaultDataFolder } from '#portal/data-folder.ts';
import { DataFolderInUse } from '#portal/data-lock.ts';
import { writeLog } from '#portal/log.ts';
import { defaultPort, startPortal, type RunningPortal } from '#portal/server.ts';

const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

const stopOnSignal = (portal: RunningPortal): void => {
  let isStopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    // The second signal means it.
    if (isStopping) process.exit(1);
    isStopping = true;
    say(`${signal}: đang dừng cổng mẫu / stopping`);
    void portal.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
};

/** Runs `npm run portal`. Exit codes: 0 stopped when asked, 1 could not start, 2 wrong arguments. */
export const main = async (argv: readonly string[]): Promise<void> => {
  const parsed = parsePortalArguments(argv);
  if (!parsed.ok) {
    writeLog(`${parsed.error}\n\n${usage}`);
    process.exitCode = 2;
    return;
  }
  const { port, data, showToken, help } = parsed.value;
  if (help) return say(usage);
  const dataDir = resolve(data ?? defaultDataFolder());
  try {
    const portal = await startPortal({ dataDir, port, log: writeLog });
    stopOnSignal(portal);
    if (port === undefined && portal.url !== `http://127.0.0.1:${defaultPort}`) {
      say(`Cổng ${defaultPort} đang bận, dùng một cổng khác / port ${defaultPort} is taken, using another one`);
    }
    say(`Cổng mẫu: ${portal.url}`);
    say(`Dữ liệu / data: ${dataDir}`);
    if (portal.isNewToken || showToken) say(`Mã truy cập / token: ${portal.token}`);
    else say('Xem mã truy cập / show the token: npm run portal -- --show-token');
  } catch (cause) {
    if (cause instanceof DataFolderInUse && showToken) {
      if (cause.url !== null) say(`Cổng mẫu: ${cause.url}`);
      return say(`Mã truy cập / token: ${readFileSync(join(dataDir, 'token'), 'utf8').trim()}`);
    }
    writeLog(`Cổng mẫu chưa chạy được / the portal did not start: ${cause instanceof Error ? cause.message : String(cause)}`);
    process.exitCode = 1;
  }
};

await main(process.argv.slice(2));
