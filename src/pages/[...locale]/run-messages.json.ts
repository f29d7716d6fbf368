import type { APIRoute } from 'astro';
import type { Locale } from '#i18n/locales.ts';
import { pickMessages } from '#i18n/messages.ts';
import { localePages } from '#layouts/locale-param.ts';

/** A file for each language. */
export const getStaticPaths = localePages;

/** The words of the code panel, fetched with it, so that no page carries them. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) =>
  Response.json(pickMessages(props.locale, ['run.', 'error.snippet-']));
