import type { MenuLine } from '../wire.ts';
import { strict } from '../strict.ts';

interface Template {
  readonly label?: string;
  readonly type?: string;
  readonly role?: string;
  readonly enabled?: boolean;
  readonly checked?: boolean;
  readonly accelerator?: string;
  readonly registerAccelerator?: boolean;
  readonly submenu?: readonly Template[];
  readonly click?: () => void;
}

const lineOf = ({ label = '', type = 'normal', role = '', enabled = true, checked = false, accelerator = '', registerAccelerator = true, submenu }: Template): MenuLine => ({
  label,
  type,
  role: role === '' ? null : role,
  enabled,
  checked,
  accelerator: accelerator === '' ? null : accelerator,
  registerAccelerator,
  submenu: submenu?.map(lineOf) ?? null,
});

class DoubledMenu {
  static current: DoubledMenu | null = null;
  readonly template: readonly Template[];

  static buildFromTemplate(template: readonly Template[]): DoubledMenu {
    return new DoubledMenu(template);
  }
  static setApplicationMenu(menu: DoubledMenu | null): void {
    DoubledMenu.current = menu;
  }
  static getApplicationMenu(): DoubledMenu | null {
    return DoubledMenu.current;
  }

  constructor(template: readonly Template[]) {
    this.template = template;
    return strict<DoubledMenu>('Menu', this);
  }
  popup(): void {}
  lines(): readonly MenuLine[] {
    return this.template.map(lineOf);
  }
  /** As a press on the line: nothing happens when it is grey. */
  click(path: readonly string[]): void {
    let level: readonly Template[] = this.template;
    let found: Template | undefined;
    for (const label of path) {
      found = level.find((item) => item.label === label);
      if (found === undefined) throw new Error(`the menu has no “${path.join(' › ')}”; here are: ${level.map((item) => item.label ?? '—').join(', ')}`);
      level = found.submenu ?? [];
    }
    if (found?.enabled === false) throw new Error(`“${path.join(' › ')}” is grey`);
    found?.click?.();
  }
}

export { DoubledMenu as Menu };
