import type { Operation } from "./operation";

/** One entry of `errors` in an answer. */
export interface AnswerError {
  message: string;
  path?: readonly (string | number)[];
  extensions?: Readonly<Record<string, unknown>>;
}

/** What came back: the data, and the errors of the fields that are null in it because they failed. */
export interface Answer<Data> {
  data: Data;
  errors: readonly AnswerError[];
  extensions: Readonly<Record<string, unknown>>;
}

/** Why there is no answer: the server could not be reached (trying again may help), or it refused the question. */
export class RequestFailure extends Error {
  readonly kind: "unreachable" | "refused";

  constructor(kind: "unreachable" | "refused", message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "RequestFailure";
    this.kind = kind;
  }
}

const endpoint = "/graphql";

/** Longer addresses are refused by some servers on the way (8 kB is a common limit for the whole first line). */
const longestAddress = 6000;

/**
 * Sends an operation by GET, so that the browser keeps the answer and asks only whether it still holds; by POST where the address would be too long.
 * Refusals are told in `language` (a BCP 47 tag). Throws {@link RequestFailure}, or an `AbortError` once `signal` is aborted.
 */
export async function request<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  language: string,
  signal?: AbortSignal,
): Promise<Answer<Data>> {
  const response = await reach(operation, variables, language, signal);
  const body = await bodyOf(response);
  const errors = body.errors ?? [];
  if (body.data === null || body.data === undefined) {
    throw new RequestFailure("refused", errors[0]?.message ?? `HTTP ${response.status}`);
  }
  return { data: body.data as Data, errors, extensions: body.extensions ?? {} };
}

async function reach<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: Variables,
  language: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  const asked = { query: operation.text, operationName: operation.name };
  const address = `${endpoint}?${new URLSearchParams({ ...asked, variables: JSON.stringify(variables) }).toString()}`;
  const headers = { accept: "application/graphql-response+json", "accept-language": language };
  try {
    if (address.length <= longestAddress) return await fetch(address, { headers, signal: signal ?? null });
    const body = JSON.stringify({ ...asked, variables });
    return await fetch(endpoint, {
      method: "POST",
      headers: { ...headers, "content-type": "application/json" },
      body,
      signal: signal ?? null,
    });
  } catch (cause) {
    signal?.throwIfAborted();
    throw new RequestFailure("unreachable", String(cause), { cause });
  }
}

async function bodyOf(response: Response): Promise<{ data?: unknown; errors?: AnswerError[]; extensions?: Record<string, unknown> }> {
  try {
    return (await response.json()) as Awaited<ReturnType<typeof bodyOf>>;
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === "AbortError") throw cause;
    throw new RequestFailure("unreachable", `HTTP ${response.status}`, { cause });
  }
}
