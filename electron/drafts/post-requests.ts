import type { RequestName, Requests } from '../../core/contract/requests.ts';

type Served = Exclude<
  Extract<RequestName, `post.${string}` | `library.${string}`>,
  | 'library.choose'
  | 'library.openInNewWindow'
  | 'library.import'
  | 'library.callOffImport'
  | 'post.showInFolder'
  | 'post.saveElsewhere'
>;
type Method<Name extends string> = Name extends `${string}.${infer Rest}` ? Rest : never;

/** One method a request of the contract, by its last name: `post.open` is `open`. They throw a FailureError. */
export type PostRequests = {
  readonly [Name in Served as Method<Name>]: (
    ...args: Parameters<Requests[Name]>
  ) => Promise<ReturnType<Requests[Name]>>;
};
