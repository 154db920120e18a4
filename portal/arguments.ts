import { parseArgs } from 'node:util';
import { err, ok, type Result } from '#core/base/result.ts';

export interface PortalArguments {
  /** Undefined: 8787, or a free one when that is taken. */
  readonly port: number | undefined;
  readonly data: string | undefined;
  readonly showToken: boolean;
  readonly help: boolean;
}

export const usage = `Tòa Soạn reference portal (Cổng mẫu)

  npm run portal -- [--port N] [--data DIR] [--show-token]

  --port N       port on 127.0.0.1; 0 takes a free one (default: 8787, or a free one when taken)
  --data DIR     data folder (default: the user's data folder + toasoan/portal)
  --show-token   show the bearer token; when the portal is running already, only that
  --help         this text
`;

/** Reads the command line (without node and script). The error is a sentence for the terminal. */
export const parsePortalArguments = (argv: readonly string[]): Result<PortalArguments, string> => {
  try {
    const { values } = parseArgs({
      args: [...argv],
      options: {
        port: { type: 'string' },
        data: { type: 'string' },
        'show-token': { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
    const port = values.port === undefined ? undefined : Number(values.port);
    if (port !== undefined && !(/^\d+$/.test(values.port ?? '') && port <= 65_535)) {
      return err(`--port takes a number from 0 to 65535, not "${values.port}"`);
    }
    if (values.data === '') return err('--data takes a folder');
    return ok({ port, data: values.data, showToken: values['show-token'], help: values.help });
  } catch (cause) {
    return err(cause instanceof Error ? cause.message : String(cause));
  }
};
