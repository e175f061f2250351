import { mount } from 'svelte';
import App from './App.svelte';
import { asFailure, connect } from '$lib/api/client';
import { Session } from '$lib/state/session.svelte';
import './styles/fonts.css';
import './styles/tokens.css';
import './styles/app.css';

const target = document.getElementById('app');
if (!target) throw new Error('index.html has no #app');

try {
  const session = new Session(await connect());
  mount(App, { target, props: { session } });
} catch (thrown) {
  target.textContent = asFailure(thrown).message;
}
