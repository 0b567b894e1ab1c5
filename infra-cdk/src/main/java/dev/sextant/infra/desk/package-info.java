/** What runs: the five functions, what wakes them, and the ingest. */
@NullMarked
package dev.sextant.infra.desk;

import org.jspecify.annotations.NullMarked;
