// Subscribes by both protocols' own clients, has the server supersede what answers, and prints how each went on: [{name, ok, seen}].
import { createClient as createEvents } from "graphql-sse";
import { createClient as createSockets } from "graphql-ws";
import WebSocket from "ws";

const url = process.argv[2];
const closes = [];
const quick = async () => {};
const clients = {
  "server-sent events": createEvents({ url, retry: quick }),
  "server-sent events in one reserved stream": createEvents({ url, singleConnection: true, lazy: false, retry: quick }),
  sockets: createSockets({ url: url.replace("http", "ws"), webSocketImpl: WebSocket, retryWait: quick, on: { closed: (event) => closes.push(event.code) } }),
};

const seen = Object.fromEntries(Object.keys(clients).map((name) => [name, []]));
for (const [name, client] of Object.entries(clients)) {
  client.subscribe({ query: "subscription { version }" }, { next: (value) => seen[name].push(value.data.version), error: (error) => seen[name].push(String(error)), complete: () => seen[name].push("complete") });
}

async function until(test) {
  for (let turn = 0; turn < 200 && !test(); turn++) await new Promise((resolve) => setTimeout(resolve, 25));
}

await until(() => Object.values(seen).every((values) => values.length > 0));
await fetch(new URL("/supersede", url), { method: "POST" });
await until(() => Object.values(seen).every((values) => values.includes(2)));
const results = Object.entries(seen).map(([name, values]) => ({ name, ok: JSON.stringify([...new Set(values)]) === "[1,2]", seen: JSON.stringify(values) }));
console.log(JSON.stringify([...results, { name: "the socket says why", ok: closes[0] === 1012, seen: JSON.stringify(closes) }]));
process.exit(0);
