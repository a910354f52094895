import { Type } from 'typebox';

const usual = 50;

/** What every list takes in its query. */
export const PageQuery = {
  limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 200, default: usual })),
  after: Type.Optional(Type.String({ maxLength: 200, description: '`next` of the page before' })),
};

/** The page that a query asks for, as the modules take it. */
export function pageOf({
  limit = usual,
  after,
}: {
  readonly limit?: number | undefined;
  readonly after?: string | undefined;
}) {
  return { limit, after: after ?? null };
}
