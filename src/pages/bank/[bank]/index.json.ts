import type { APIRoute } from 'astro';
import { encodeIndex } from '#core/exam/bank-index.ts';
import { loadBankHash, loadBankIndex } from '#layouts/paper-bank.ts';

/** One bank, today’s: its hash is its folder. */
export async function getStaticPaths() {
  return [{ params: { bank: await loadBankHash() } }];
}

/** What paper building needs of the bank. */
export const GET: APIRoute = async () => new Response(encodeIndex(await loadBankIndex()));
