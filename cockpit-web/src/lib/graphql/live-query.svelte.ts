import { untrack } from "svelte";
import { dataChanges } from "./data-changes.svelte";
import type { Operation } from "./operation";
import { request, RequestFailure, type Answer } from "./request";

/** A question that follows its variables. While a new answer is under way the last one stays readable. */
export interface LiveQuery<Data> {
  /** The last answer, or null before the first. */
  readonly answer: Answer<Data> | null;
  /** Why the last question has no answer; null while it is under way or once it is answered. */
  readonly failure: RequestFailure | null;
  readonly isLoading: boolean;
  /** Asks again with the same variables. */
  retry(): void;
}

/**
 * Runs a query whenever its variables or the server's data change, and drops the answer of an outdated run; refusals come in the language of that moment.
 * Call it in a component's script.
 */
export function liveQuery<Data, Variables>(
  operation: Operation<Data, Variables>,
  variables: () => Variables,
  language: () => string,
): LiveQuery<Data> {
  let answer = $state.raw<Answer<Data> | null>(null);
  let failure = $state.raw<RequestFailure | null>(null);
  let isLoading = $state(true);
  let attempt = $state(0);
  const asked = $derived(JSON.stringify({ attempt, changes: dataChanges(), variables: variables() }));

  $effect(() => {
    const controller = new AbortController();
    isLoading = true;
    failure = null;
    const { variables: asking } = JSON.parse(asked) as { variables: Variables };
    request(operation, asking, untrack(language), controller.signal)
      .then((received) => {
        if (controller.signal.aborted) return;
        answer = received;
        isLoading = false;
      })
      .catch((reason: unknown) => {
        if (controller.signal.aborted) return;
        failure = reason instanceof RequestFailure ? reason : new RequestFailure("unreachable", String(reason));
        isLoading = false;
      });
    return () => {
      controller.abort();
    };
  });

  return {
    get answer() {
      return answer;
    },
    get failure() {
      return failure;
    },
    get isLoading() {
      return isLoading;
    },
    retry() {
      attempt += 1;
    },
  };
}
