/** The stops of F6, in order. Each is an element with `data-region`; the hints stand inside the panel and are a stop of their own. */
const order = ['title', 'rail', 'page', 'panel', 'hints', 'status'] as const;

const focusable = 'button:not([tabindex="-1"]), a[href], input, select, textarea, [contenteditable="true"], [tabindex="0"]';

/** Moves focus to the next (or former) region that is there and has something to focus. */
export function nextRegion(backwards: boolean): void {
  const regions = order.flatMap((name) => [...document.querySelectorAll<HTMLElement>(`[data-region="${name}"]`)]).filter((region) => region.offsetParent !== null || region.getClientRects().length > 0);
  if (regions.length === 0) return;
  const here = regions.findLastIndex((region) => region.contains(document.activeElement));
  for (let step = 1; step <= regions.length; step++) {
    const index = (here + (backwards ? -step : step) + regions.length * 2) % regions.length;
    const region = regions[index];
    if (region !== undefined && focusInside(region)) return;
  }
}

function focusInside(region: HTMLElement): boolean {
  const text = region.querySelector<HTMLElement>('[contenteditable="true"]');
  const first = text ?? [...region.querySelectorAll<HTMLElement>(focusable)].find((element) => element.offsetParent !== null && element.checkVisibility({ visibilityProperty: true })) ?? null;
  const target = first ?? (region.tabIndex >= -1 && region.hasAttribute('tabindex') ? region : null);
  target?.focus();
  return target !== null && document.activeElement === target;
}
