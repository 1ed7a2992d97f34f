// A client that others wrote, against the served product: a query, errors of a query and of a mutation, paging both ways, an answer in parts, and a subscription that hears of a load.
// Prints "subscribed" once it listens, then one JSON array: [{name, ok, seen}].
import { Client, cacheExchange, fetchExchange, gql, subscriptionExchange } from "@urql/core";
import { createClient as createEvents } from "graphql-sse";

const url = process.argv[2];
const results = [];

function clientAs(principal) {
  const headers = { "X-Principal": principal };
  const events = createEvents({ url, headers });
  return new Client({
    url,
    preferGetMethod: false,
    fetchOptions: { headers },
    exchanges: [
      cacheExchange,
      fetchExchange,
      subscriptionExchange({ forwardSubscription: (request) => ({ subscribe: (sink) => ({ unsubscribe: events.subscribe({ query: request.query ?? "", variables: request.variables }, sink) }) }) }),
    ],
  });
}

async function check(name, run) {
  try {
    const seen = await run();
    results.push({ name, ok: seen === true, seen: JSON.stringify(seen) });
  } catch (error) {
    results.push({ name, ok: false, seen: String(error?.stack ?? error) });
  }
}

const executive = clientAs("role=executive");
const steward = clientAs("role=prediction_steward");
const period = { from: "2024-01-01", to: "2025-12-31" };
const totals = gql`
  query Totals($period: PeriodInput!, $first: Int) {
    sales(period: $period) {
      total { revenue orderLines }
      byRegion(first: $first, orderBy: { revenue: DESC }, where: { revenue: { gt: 0 } }) { region revenue orderLines }
    }
  }
`;
const page = gql`
  query Page($period: PeriodInput!, $first: Int, $after: String, $last: Int, $before: String) {
    rows(measure: "sales.revenue", period: $period, first: $first, after: $after, last: $last, before: $before) {
      edges { cursor node { numerator } }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
      totalCount
    }
  }
`;

let total;
await check("a query with variables is answered", async () => {
  const { data, error } = await executive.query(totals, { period, first: 100 });
  total = data?.sales.total;
  const sum = data?.sales.byRegion.reduce((whole, row) => whole + row.orderLines, 0);
  return (!error && total.orderLines > 0 && sum === total.orderLines) || { data, error: String(error) };
});
await check("the same query is answered from the client's own cache", async () => (await executive.query(totals, { period, first: 100 })).stale === false);
await check("what is wrong with a query is an error with its code and what is allowed", async () => {
  const { error } = await executive.query(totals, { period, first: 0 });
  const [first] = error?.graphQLErrors ?? [];
  return (first?.extensions.code === "first-out-of-range" && first.path?.[0] === "sales") || String(error);
});
await check("a mutation without the right is refused by name", async () => {
  const { error } = await executive.mutation(gql`mutation ($id: ID!) { promoteModel(model: $id, reason: "better") { id } }`, { id: "none" });
  return error?.graphQLErrors[0].extensions.code === "right-missing" || String(error);
});
await check("a mutation with the right says what it could not do", async () => {
  const { error } = await steward.mutation(gql`mutation ($id: ID!) { promoteModel(model: $id, reason: "better") { id } }`, { id: "none" });
  return error?.graphQLErrors[0].extensions.code === "model-unknown" || String(error);
});

async function pages(client, size, beyond, edge, goesOn) {
  const seen = [];
  for (let variables = { period, ...size }; variables; ) {
    const { data, error } = await client.query(page, variables);
    if (error) throw error;
    seen.push(data.rows.edges);
    variables = data.rows.pageInfo[goesOn] ? { period, ...size, [beyond]: data.rows.pageInfo[edge] } : undefined;
  }
  return seen;
}

await check("pages both ways hold the same rows, and make the number", async () => {
  const forwards = (await pages(executive, { first: 400 }, "after", "endCursor", "hasNextPage")).flat();
  const backwards = (await pages(executive, { last: 333 }, "before", "startCursor", "hasPreviousPage")).reverse().flat();
  const sum = forwards.reduce((whole, edge) => whole + edge.node.numerator, 0);
  return (
    (forwards.length === total.orderLines && JSON.stringify(forwards) === JSON.stringify(backwards) && Math.abs(sum - total.revenue) < 0.01) || { forwards: forwards.length, backwards: backwards.length, sum, total }
  );
});
await check("a part that was put off comes after the rest, and makes it whole", async () => {
  const parted = gql`
    query Parted($period: PeriodInput!) {
      sales(period: $period) { total { orderLines } }
      ... @defer(label: "cut") { cut: sales(period: $period) { byRegion(first: 100) { region orderLines } } }
    }
  `;
  const seen = [];
  await new Promise((resolve) => {
    executive.query(parted, { period }).subscribe((result) => {
      seen.push(result);
      if (result.error || !result.hasNext) resolve();
    });
  });
  const [first, last] = [seen[0], seen.at(-1)];
  const sum = last.data?.cut?.byRegion.reduce((whole, row) => whole + row.orderLines, 0);
  return (
    (seen.length === 2 && first.hasNext && first.data.sales.total.orderLines === total.orderLines && first.data.cut === undefined && sum === total.orderLines) ||
    seen.map(({ data, error, hasNext }) => ({ data, error: String(error), hasNext }))
  );
});
await check("a subscription tells the number now, and again once a load has changed it", async () => {
  const seen = [];
  const asked = gql`subscription ($period: PeriodInput!) { sales(period: $period) { total { orderLines } } }`;
  const live = executive.subscription(asked, { period }).subscribe(({ data, error }) => {
    seen.push(data?.sales.total.orderLines ?? String(error));
    if (seen.length === 1) console.log("subscribed");
  });
  for (let turn = 0; turn < 400 && seen.length < 2; turn++) await new Promise((resolve) => setTimeout(resolve, 25));
  live.unsubscribe();
  return (seen[0] === total.orderLines && seen[1] === total.orderLines + 1) || seen;
});

console.log(JSON.stringify(results));
process.exit(0);
