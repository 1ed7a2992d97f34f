import { mount } from "svelte";
import App from "./App.svelte";
import "./app.css";

const target = document.getElementById("cockpit");
if (!target) throw new Error('index.html must hold an element with the id "cockpit"');
mount(App, { target });
