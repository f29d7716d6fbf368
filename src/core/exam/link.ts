/**
 * The link of a paper, `#1.<bank>.<paper>.<seed>.<mock>[.<form>]`: everything that decides the paper and nothing about the
 * reader. The language stands in the path.
 */
import { done, failed, type Outcome } from './failure.ts';

/** Forms differ in order only. */
export type Form = 'A' | 'B';

/** What a link says. */
export interface PaperLink {
  /** 12 hexadecimal digits of the bank. */
  readonly bank: string;
  readonly blueprint: string;
  /** 1–32 of `[a-z0-9-]`. */
  readonly seed: string;
  /** Which of a seed's disjoint papers, from 1. */
  readonly mock: number;
  readonly form: Form;
}

/** Whether a text can be a seed. */
export function isSeed(text: string): boolean {
  return /^[a-z0-9-]{1,32}$/.test(text);
}

/** A seed from what somebody typed: lower case, other characters as hyphens, cut at 32; may be empty. */
export function toSeed(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
    .slice(0, 32);
}

/** The link with its `#`; form A goes without saying. */
export function formatLink(link: PaperLink): string {
  const parts = ['1', link.bank, `b-${link.blueprint}`, link.seed, String(link.mock)];
  return `#${[...parts, ...(link.form === 'A' ? [] : [link.form])].join('.')}`;
}

/** A part of an address as it is shown in a message: decoded where it decodes, cut at 60 characters. */
export function showAddressPart(text: string): string {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // A stray percent sign: shown as it stands.
  }
  return plain.slice(0, 60);
}

/**
 * Reads a link; total.
 *
 * @param text the hash of an address, with or without `#`
 * @returns the link, or the first part that is wrong: `exam-link-empty`, `-format`, `-bank`, `-paper`, `-seed`, `-mock`, `-form`
 */
export function parseLink(text: string): Outcome<PaperLink> {
  const body = text.replace(/^#/, '');
  if (body === '') return failed('exam-link-empty', {});
  const [format, bank = '', paper = '', seed = '', mock = '', form = 'A', ...more] = body.split('.');
  if (format !== '1' || more.length > 0) return failed('exam-link-format', { found: showAddressPart(body) });
  if (!/^[0-9a-f]{12}$/.test(bank)) return failed('exam-link-bank', { found: showAddressPart(bank) });
  const blueprint = /^b-([a-z0-9-]{1,48})$/.exec(paper)?.[1];
  if (blueprint === undefined) return failed('exam-link-paper', { found: showAddressPart(paper) });
  if (!isSeed(seed)) return failed('exam-link-seed', { found: showAddressPart(seed) });
  if (!/^[1-9][0-9]?$/.test(mock)) return failed('exam-link-mock', { found: showAddressPart(mock) });
  if (form !== 'A' && form !== 'B') return failed('exam-link-form', { found: showAddressPart(form) });
  return done({ bank, blueprint, seed, mock: Number(mock), form });
}
