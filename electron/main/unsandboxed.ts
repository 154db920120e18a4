export interface Start {
  readonly isPackaged: boolean;
  /** As the program was started, switches for Chromium included. */
  readonly argv: readonly string[];
}

/** A packaged application that was told to run its pages without Chromium's sandbox: by an AppImage's own start file where the system allows no user namespaces, or by hand. */
export const isUnsandboxed = ({ isPackaged, argv }: Start): boolean => isPackaged && argv.some((arg) => arg === '--no-sandbox' || arg === '--disable-setuid-sandbox' || arg.startsWith('--no-sandbox='));
