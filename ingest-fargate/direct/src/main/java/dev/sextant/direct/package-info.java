/**
 * The direct lane. Triangles are found, judged, claimed and traded in one process with the books, by the same classes and SQL
 * functions as in the stream lane. Runs beside the ingest as a task of its own, with the placer's role and keys.
 */
@NullMarked
package dev.sextant.direct;

import org.jspecify.annotations.NullMarked;
