// @ts-check
import { conformance } from './conformance.mjs';

conformance('index');
