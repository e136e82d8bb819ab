/** What a value of a tag or of a foreign key may be. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
