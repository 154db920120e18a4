/** The path of a story's page. The key makes it unique, the slug makes it readable; only the key is looked up. */
export const storyAddress = (slug: string, pageKey: string): string => `/tin/${slug}-${pageKey}`;

/** The page key of a path under /tin/, or null when it cannot be one. */
export const pageKeyOf = (path: string): string | null => /^\/tin\/[a-z0-9-]{1,200}-([0-9a-f]{8,32})$/.exec(path)?.[1] ?? null;
