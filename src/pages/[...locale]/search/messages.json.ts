import type { APIRoute } from 'astro';
import { searchMessages } from '#components/search/search-messages.ts';
import type { Locale } from '#i18n/locales.ts';
import { localePages } from '#layouts/locale-param.ts';

/** A file for each language. */
export const getStaticPaths = localePages;

/** The words of the search dialog, fetched with it, so that no page carries them. */
export const GET: APIRoute<{ locale: Locale }> = ({ props }) => Response.json(searchMessages(props.locale));
