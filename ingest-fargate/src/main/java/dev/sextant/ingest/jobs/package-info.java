/** What the container does by the clock: which job is done by what, when, and by which of several containers. */
@NullMarked
package dev.sextant.ingest.jobs;

import org.jspecify.annotations.NullMarked;
