/**
 * What the ingest remembers and reports in the database, behind ports: where to resume, its epoch, gaps, the clock.
 */
@NullMarked
package dev.sextant.ingest.store;

import org.jspecify.annotations.NullMarked;
