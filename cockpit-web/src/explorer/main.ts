import "graphiql/style.css";
import { createGraphiQLFetcher } from "@graphiql/toolkit";
import { GraphiQL } from "graphiql";
import { createClient } from "graphql-ws";
import { createElement } from "react";
import { createRoot } from "react-dom/client";
import { chooseLanguage } from "../lib/i18n/dictionaries";
import { linkedLanguage } from "../lib/url-state/language-link";
import { examplesIn } from "./examples";
import "./explorer.css";

const language = chooseLanguage(linkedLanguage(location.search), localStorage.getItem("cockpit-language"), navigator.languages);
document.documentElement.lang = language;

const endpoint = new URL("/graphql", location.href);
const socket = new URL(endpoint);
socket.protocol = endpoint.protocol === "https:" ? "wss:" : "ws:";

const target = document.getElementById("explorer");
if (!target) throw new Error('graphiql.html must hold an element with the id "explorer"');
createRoot(target).render(
  createElement(GraphiQL, {
    fetcher: createGraphiQLFetcher({
      url: endpoint.href,
      headers: { "Accept-Language": language },
      wsClient: createClient({ url: socket.href }),
    }),
    defaultTabs: examplesIn(language),
    shouldPersistHeaders: false,
    isHeadersEditorEnabled: true,
  }),
);
