// Asks one query by graphql-ws' own client and prints each answer in a line of its own: node socket-parts.mjs "URL QUERY".
import { createClient } from "graphql-ws";
import WebSocket from "ws";

const [, url, query] = process.argv[2].match(/^(\S+) (.*)$/s);
const client = createClient({ url: url.replace(/^http/, "ws"), webSocketImpl: WebSocket, retryAttempts: 0 });
for await (const answer of client.iterate({ query })) console.log(JSON.stringify(answer));
await client.dispose();
process.exit(0);
