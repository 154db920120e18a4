import { foldVietnamese } from '#core/vietnamese/fold.ts';

const LONGEST = 80;

/**
 * The address part of a story: lower-case ASCII letters and digits joined by single hyphens, 1 to 80 characters,
 * cut between words.
 * @param fallback what stands when nothing of the headline can be used (an empty or purely symbolic headline)
 */
export const slugify = (headline: string, fallback = 'tin'): string => {
  const words = foldVietnamese(headline).split(/[^a-z0-9]+/u).filter((word) => word !== '');
  let slug = '';
  for (const word of words) {
    const longer = slug === '' ? word : `${slug}-${word}`;
    if (longer.length > LONGEST) break;
    slug = longer;
  }
  if (slug === '') slug = (words[0] ?? '').slice(0, LONGEST);
  return slug === '' ? fallback : slug;
};
