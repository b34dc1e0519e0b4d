// @ts-check
/** One group of subjects; vitest.config.mjs makes a project of each, so that they run side by side. */
import { conformance } from './conformance.mjs';
import { subjectsOf } from './subjects.mjs';

conformance(subjectsOf(process.env.MDE_SUBJECTS));
