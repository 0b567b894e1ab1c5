/** Tests of what the container does by the clock. */
@NullMarked
package dev.sextant.ingest.jobs;

import org.jspecify.annotations.NullMarked;
