import './styles/tokens.css';
import './styles/base.css';
import { mount } from 'svelte';
import App from './App.svelte';
import { createClient } from './api/client.ts';
import { AppState } from './app-state.svelte.ts';
import { Router } from './router.svelte.ts';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

const app = new AppState(createClient(window.beian));
mount(App, { target, props: { app, router: new Router(window) } });
void app.start();
